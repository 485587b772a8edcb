using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Tests.Certificates.Renewing.Timing;

public sealed class DueTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(90, 60)]
    [InlineData(45, 30)]
    [InlineData(10.5, 7)]
    [InlineData(10, 5)]
    [InlineData(6, 3)]
    [InlineData(1, 0.5)]
    public void Without_a_suggestion_age_decides_and_short_lives_are_halved(double days, double dueAfterDays)
    {
        var due = DueTime.Of(Lived(days), suggested: null, chance: 0, Start);

        Assert.Equal(new Due(Start + TimeSpan.FromDays(dueAfterDays), DueReason.Age), Rounded(due));
    }

    [Fact]
    public void Chance_brings_it_forward_by_a_fiftieth_of_the_life_at_most()
    {
        var late = DueTime.Of(Lived(100), suggested: null, chance: 0, Start);
        var early = DueTime.Of(Lived(100), suggested: null, chance: 0.999999999, Start);

        Assert.Equal(2, (late.At - early.At).TotalDays, 3);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(70)]
    public void The_suggestion_counts_before_age_does(double suggestedAfterDays)
    {
        var at = Start + TimeSpan.FromDays(suggestedAfterDays);

        var due = DueTime.Of(Lived(90), at, chance: 0.5, Start);

        Assert.Equal(new Due(at, DueReason.Suggested), due);
    }

    [Theory]
    [InlineData(86)]
    [InlineData(400)]
    public void In_the_last_twentieth_it_is_due_whatever_the_suggestion_says(double suggestedAfterDays)
    {
        var due = DueTime.Of(Lived(90), Start + TimeSpan.FromDays(suggestedAfterDays), chance: 0.5, Start);

        Assert.Equal(new Due(Start + TimeSpan.FromDays(85.5), DueReason.Emergency), Rounded(due));
    }

    [Theory]
    [InlineData(90, 1)]
    [InlineData(5, 0.5)]
    public void A_new_one_is_left_alone_for_a_while_even_when_the_suggestion_is_over(double days, double restsForDays)
    {
        var due = DueTime.Of(Lived(days), Start - TimeSpan.FromDays(3), chance: 0.5, Start);

        Assert.Equal(new Due(Start + TimeSpan.FromDays(restsForDays), DueReason.Suggested), Rounded(due));
    }

    [Fact]
    public void One_that_came_late_in_its_life_is_not_due_at_once()
    {
        var committed = Start + TimeSpan.FromDays(89);

        var due = DueTime.Of(Lived(90), suggested: null, chance: 0.5, committed);

        Assert.Equal(committed + TimeSpan.FromDays(1), due.At);
    }

    private static Lifetime Lived(double days) => new(Start, Start + TimeSpan.FromDays(days));

    // A third of a life has no end in ticks.
    private static Due Rounded(Due due) =>
        due with
        {
            At = Start + TimeSpan.FromSeconds(Math.Round((due.At - Start).TotalSeconds)),
        };
}
