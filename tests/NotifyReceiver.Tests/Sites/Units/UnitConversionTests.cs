using System.Globalization;
using NotifyReceiver.Sites.Units;

namespace NotifyReceiver.Tests.Sites.Units;

public sealed class UnitConversionTests
{
    [Theory]
    [InlineData("volume", "usgal", "l", "4200.0", "15898.7294928")]
    [InlineData("volume", "ukgal", "l", "1", "4.54609")]
    [InlineData("volume", "m3", "l", "1.5", "1500")]
    [InlineData("volume", "l", "m3", "1500", "1.5")]
    [InlineData("volume", "usgal", "m3", "1000", "3.785411784")]
    [InlineData("volume", "usgal", "usgal", "0.1", "0.1")]
    [InlineData("temperature", "F", "C", "58.1", "14.5")]
    [InlineData("temperature", "F", "C", "-40", "-40")]
    [InlineData("temperature", "C", "F", "100", "212")]
    [InlineData("height", "in", "mm", "71.25", "1809.75")]
    [InlineData("height", "mm", "in", "25.4", "1")]
    public void A_value_is_converted_exactly(string quantity, string from, string to, string value, string expected)
    {
        var units = quantity switch
        {
            "volume" => Unit.OfVolume,
            "temperature" => Unit.OfTemperature,
            _ => Unit.OfHeight,
        };

        var converted = new UnitConversion(units[from], units[to]).Convert(Number(value));

        Assert.Equal(Number(expected), converted);
    }

    [Theory]
    [InlineData("usgal", "ukgal")]
    [InlineData("ukgal", "m3")]
    public void There_and_back_gives_the_value_again(string there, string back)
    {
        var value = 4187.3m;

        var converted = new UnitConversion(Unit.OfVolume[there], Unit.OfVolume[back]).Convert(value);

        Assert.Equal(
            value,
            decimal.Round(new UnitConversion(Unit.OfVolume[back], Unit.OfVolume[there]).Convert(converted), 20)
        );
    }

    [Fact]
    public void Without_units_nothing_is_converted() => Assert.Equal(4187.3m, UnitConversion.None.Convert(4187.3m));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
