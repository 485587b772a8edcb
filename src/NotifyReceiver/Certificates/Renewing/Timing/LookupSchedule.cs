namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>How long the CA's suggestion counts before it is asked for again (RFC 9773, section 4.3). Pure.</summary>
internal static class LookupSchedule
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(6);
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Most = TimeSpan.FromHours(24);

    /// <param name="retryAfter">What the CA asked for, with its suggestion or instead of one.</param>
    public static TimeSpan Next(TimeSpan? retryAfter)
    {
        var asked = retryAfter ?? Usual;
        if (asked < Least)
        {
            return Least;
        }
        return asked < Most ? asked : Most;
    }
}
