namespace NotifyReceiver.Simulators.Misbehaving;

internal static class Delays
{
    public const string Rule = "the delay must be more than nothing and at most a day";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static bool CanLast(TimeSpan delay) => delay > TimeSpan.Zero && delay <= Longest;

    /// <summary>What is out of range stays out of range, yet fits into a TimeSpan.</summary>
    public static TimeSpan FromSeconds(double? seconds) =>
        TimeSpan.FromSeconds(Math.Clamp(seconds ?? 0, 0, 2 * Longest.TotalSeconds));
}
