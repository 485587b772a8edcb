using System.Globalization;

namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>When people are told that a certificate nears its end, and in which words: CAs send no mails for that any more. Pure.</summary>
internal static class ExpiryWarning
{
    private const double Third = 1.0 / 3;
    private const double Fifth = 1.0 / 5;
    private const double Tenth = 1.0 / 10;

    public static ExpiryStage StageOf(Lifetime lifetime, DateTimeOffset now) =>
        now >= lifetime.NotAfter ? ExpiryStage.Expired
        : now >= lifetime.When(Tenth) ? ExpiryStage.Tenth
        : now >= lifetime.When(Fifth) ? ExpiryStage.Fifth
        : now >= lifetime.When(Third) ? ExpiryStage.Third
        : ExpiryStage.Far;

    /// <summary>What is left, such as <c>expires in 6 days, on 2026-12-01 08:00 UTC</c>.</summary>
    public static string InWords(Lifetime lifetime, DateTimeOffset now)
    {
        var end = lifetime.NotAfter.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var left = lifetime.NotAfter - now;
        return left > TimeSpan.Zero
            ? $"expires in {Length(left)}, on {end} UTC"
            : $"expired {Length(-left)} ago, on {end} UTC";
    }

    private static string Length(TimeSpan length) =>
        length >= TimeSpan.FromDays(2) ? $"{(int)length.TotalDays} days"
        : length >= TimeSpan.FromHours(2) ? $"{(int)length.TotalHours} hours"
        : length >= TimeSpan.FromMinutes(2) ? $"{(int)length.TotalMinutes} minutes"
        : $"{(int)length.TotalSeconds} seconds";
}
