using System.Globalization;
using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Tests.Documents.Values;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("4200.5", "4200.5")]
    [InlineData("+4200.5", "4200.5")]
    [InlineData("-4200.5", "-4200.5")]
    [InlineData("007", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1.5e3", "1500")]
    [InlineData("15E-1", "1.5")]
    [InlineData("1e-400", "0")]
    public void Plain_numbers_are_read_without_being_told_how(string text, string expected) =>
        Assert.Equal(Number(expected), NumberText.Read(text, Notation.Plain));

    [Theory]
    [InlineData("4200,5", ',', null, "4200.5")]
    [InlineData("4.200,5", ',', '.', "4200.5")]
    [InlineData("1.234.567", ',', '.', "1234567")]
    [InlineData("4,200.5", null, ',', "4200.5")]
    [InlineData("4200.5", null, ',', "4200.5")]
    [InlineData("-1 234 567,25", ',', ' ', "-1234567.25")]
    [InlineData("4'200", null, '\'', "4200")]
    public void Another_notation_is_read_when_it_is_told(string text, char? point, char? group, string expected) =>
        Assert.Equal(Number(expected), NumberText.Read(text, new Notation(point, group)));

    [Theory]
    [InlineData("4,200")]
    [InlineData("4,200.5")]
    [InlineData("4 200")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("(5)")]
    [InlineData("$5")]
    [InlineData("5 gal")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1e99999999999")]
    [InlineData("1000000000000000")]
    [InlineData("٤٢")]
    [InlineData("1.2.3")]
    public void What_is_not_plain_is_never_guessed(string text) => Assert.Null(NumberText.Read(text, Notation.Plain));

    [Theory]
    [InlineData("4,20")]
    [InlineData("42,00.5")]
    [InlineData("4200,500")]
    [InlineData(",200")]
    [InlineData("4,,200")]
    [InlineData("4,200,")]
    [InlineData("4.200,5")]
    public void Groups_are_of_three_digits_or_it_is_no_number(string text) =>
        Assert.Null(NumberText.Read(text, new Notation(Group: ',')));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
