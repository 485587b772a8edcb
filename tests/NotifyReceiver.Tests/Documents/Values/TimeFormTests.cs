using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Tests.Documents.Values;

public sealed class TimeFormTests
{
    [Theory]
    [InlineData("MM/dd/yyyy", true, false)]
    [InlineData("MM/dd/yyyy HH:mm", true, true)]
    [InlineData("yyyyMMdd'T'HHmmsszzz", true, true)]
    [InlineData("HH:mm", false, true)]
    [InlineData("hhmmtt", false, true)]
    [InlineData("H", false, true)]
    public void A_form_says_what_it_tells(string text, bool hasDate, bool hasTime)
    {
        var (form, problem) = TimeForm.Parse(text);

        Assert.Null(problem);
        Assert.Equal((hasDate, hasTime), (form!.HasDate, form.HasTime));
    }

    [Theory]
    [InlineData("hh:mm", "does not tell morning from evening")]
    [InlineData("MM/dd", "tells neither a whole date")]
    [InlineData("mm", "does not tell morning from evening")]
    [InlineData("yyyy-dd", "tells neither a whole date")]
    [InlineData("'", "is not a form like")]
    [InlineData("%", "is not a form like")]
    public void What_leaves_the_time_open_is_refused(string text, string told) =>
        Assert.Contains(told, TimeForm.Parse(text).Problem, StringComparison.Ordinal);

    [Fact]
    public void An_offset_in_the_form_is_read()
    {
        var form = TimeForm.Parse("MM/dd/yyyy HH:mm zzz").Form!;

        Assert.Equal(
            (new DateTime(2026, 1, 15, 21, 58, 0, DateTimeKind.Unspecified), TimeSpan.FromHours(-5)),
            form.Read("01/15/2026 21:58 -05:00")
        );
    }

    [Fact]
    public void A_month_by_name_is_english() =>
        Assert.Equal(
            new ToldTime(new DateTime(2026, 1, 15, 0, 0, 0, DateTimeKind.Unspecified), IsDayAlone: true),
            TimeText.Read("15 Jan 2026", new Notation(Forms: [TimeForm.Parse("d MMM yyyy").Form!]))
        );
}
