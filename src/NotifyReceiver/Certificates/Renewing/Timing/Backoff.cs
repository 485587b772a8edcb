using NotifyReceiver.Certificates.Issuing;

namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>How long to wait after failed attempts: 1, 10, 100 minutes, then a day, each a fifth more or less. Pure.</summary>
internal static class Backoff
{
    private const double Spread = 0.2;
    private const double LittleLeft = 1.0 / 10;

    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(100),
    ];
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan MostWithLittleLeft = TimeSpan.FromHours(1);

    // Longer than a CA's limits last, and short enough that a number that cannot be meant does not end renewal for good.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    /// <param name="failures">How many there were in a row, 1 at least.</param>
    /// <param name="shareLeft">Of the certificate's life; null where there is no certificate.</param>
    /// <param name="retryAfter">What the CA asked for.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan DelayAfter(
        int failures,
        FailureKind kind,
        double? shareLeft,
        TimeSpan? retryAfter,
        double chance
    )
    {
        var isDaily = kind == FailureKind.Configuration || failures > Steps.Length;
        var delay = (isDaily ? Daily : Steps[failures - 1]) * (1 - Spread + (2 * Spread * chance));
        if (kind != FailureKind.Configuration && shareLeft < LittleLeft && delay > MostWithLittleLeft)
        {
            delay = MostWithLittleLeft;
        }
        var asked = Bounded(retryAfter ?? TimeSpan.Zero);
        return asked > delay ? asked : delay;
    }

    /// <summary>What a CA asked for, up to a week.</summary>
    public static TimeSpan Bounded(TimeSpan asked) => asked < LongestAsked ? asked : LongestAsked;
}
