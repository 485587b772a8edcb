namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>Nothing is done from one moment until another.</summary>
internal sealed record Pause(DateTimeOffset From, DateTimeOffset Until)
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(1);

    public static Pause Of(TimeSpan length, DateTimeOffset now) => new(now, now + length);

    public bool IsOverAt(DateTimeOffset now) => now >= Until;

    /// <summary>The same pause, beginning now when it would begin only in future: the clock was ahead when it was written, and it may have been ahead by weeks.</summary>
    public Pause AsOf(DateTimeOffset now) => From > now + Tolerated ? Of(Until - From, now) : this;
}
