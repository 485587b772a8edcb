using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Tests.Certificates.Renewing.Timing;

public sealed class ChosenTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start + TimeSpan.FromDays(2);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 12)]
    [InlineData(0.75, 36)]
    public void It_lies_anywhere_in_the_window(double chance, double hours)
    {
        var chosen = ChosenTime.In(Start, End, kept: null, chance);

        Assert.Equal(Start + TimeSpan.FromHours(hours), chosen!.At);
    }

    [Fact]
    public void It_is_chosen_once_for_a_window()
    {
        var first = ChosenTime.In(Start, End, kept: null, chance: 0.25);

        Assert.Same(first, ChosenTime.In(Start, End, first, chance: 0.75));
    }

    [Fact]
    public void It_is_chosen_again_when_the_window_moves()
    {
        var first = ChosenTime.In(Start, End, kept: null, chance: 0.25);

        var moved = ChosenTime.In(Start.AddDays(-30), End.AddDays(-30), first, chance: 0.75);

        Assert.Equal(Start.AddDays(-30).AddHours(36), moved!.At);
    }

    [Fact]
    public void A_window_that_ends_before_it_starts_says_nothing()
    {
        Assert.Null(ChosenTime.In(End, Start, kept: null, chance: 0.5));
        Assert.Null(ChosenTime.In(Start, Start, kept: null, chance: 0.5));
    }
}
