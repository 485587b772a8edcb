using System.Globalization;

namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>When people are told that a certificate nears its end, and in which words: CAs send no mails for that any more. Pure.</summary>
internal static class ExpiryWarning
{
    private const double Third = 1.0 / 3;
    private const double Fifth = 1.0 / 5;
    private const double Tenth = 1.0 / 10;

    public static ExpiryStage StageOf(Lifetime lifetime, DateTimeOffset now) =>
        (lifetime.NotAfter - now) switch
        {
            var left when left <= TimeSpan.Zero => ExpiryStage.Expired,
            var left when left <= lifetime.Whole * Tenth => ExpiryStage.Tenth,
            var left when left <= lifetime.Whole * Fifth => ExpiryStage.Fifth,
            var left when left <= lifetime.Whole * Third => ExpiryStage.Third,
            _ => ExpiryStage.Far,
        };

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
        length switch
        {
            { TotalDays: >= 2 } => $"{(int)length.TotalDays} days",
            { TotalHours: >= 2 } => $"{(int)length.TotalHours} hours",
            { TotalMinutes: >= 2 } => $"{(int)length.TotalMinutes} minutes",
            _ => $"{(int)length.TotalSeconds} seconds",
        };
}
