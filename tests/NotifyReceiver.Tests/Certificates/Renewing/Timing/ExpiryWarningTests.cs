using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Tests.Certificates.Renewing.Timing;

public sealed class ExpiryWarningTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Lifetime Days90 = new(Start, Start.AddDays(90));

    public static TheoryData<double, string> Stages =>
        new()
        {
            { -1, nameof(ExpiryStage.Far) },
            { 59.9, nameof(ExpiryStage.Far) },
            { 60.1, nameof(ExpiryStage.Third) },
            { 71.9, nameof(ExpiryStage.Third) },
            { 72, nameof(ExpiryStage.Fifth) },
            { 80.9, nameof(ExpiryStage.Fifth) },
            { 81, nameof(ExpiryStage.Tenth) },
            { 89.9, nameof(ExpiryStage.Tenth) },
            { 90, nameof(ExpiryStage.Expired) },
            { 500, nameof(ExpiryStage.Expired) },
        };

    [Theory]
    [MemberData(nameof(Stages))]
    public void It_grows_with_age(double days, string stage) =>
        Assert.Equal(stage, ExpiryWarning.StageOf(Days90, Start.AddDays(days)).ToString());

    [Theory]
    [InlineData(60, "expires in 30 days, on 2026-04-01 00:00 UTC")]
    [InlineData(89, "expires in 24 hours, on 2026-04-01 00:00 UTC")]
    [InlineData(89.96, "expires in 57 minutes, on 2026-04-01 00:00 UTC")]
    [InlineData(93.5, "expired 3 days ago, on 2026-04-01 00:00 UTC")]
    public void It_tells_how_long_is_left_and_when_it_ends(double days, string words) =>
        Assert.Equal(words, ExpiryWarning.InWords(Days90, Start.AddDays(days)));
}
