namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>From when until when a certificate is valid.</summary>
internal sealed record Lifetime(DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public TimeSpan Whole => NotAfter - NotBefore;

    /// <summary>1 when it begins, 0 when it is over, less than that afterwards.</summary>
    public double ShareLeftAt(DateTimeOffset now) => Whole > TimeSpan.Zero ? (NotAfter - now) / Whole : 0;

    /// <summary>When so much of it is still left.</summary>
    public DateTimeOffset When(double shareLeft) => NotAfter - (Whole * shareLeft);
}
