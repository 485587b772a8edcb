using NotifyReceiver.Sites;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>What one run is about: a station's documents of one type, from a day on.</summary>
/// <param name="Since">The first day to look at; null goes on from the watermark.</param>
internal sealed record CatchUpSubject(Site Site, string DocumentType, DateOnly? Since = null)
{
    public string Location => Site.Location;

    /// <summary>The day at the station.</summary>
    public DateOnly DayAt(DateTimeOffset time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Site.TimeZone).DateTime);

    /// <summary>Where a run that goes on from the watermark begins.</summary>
    public DateOnly DayAfter(Watermark watermark, int overlapDays, DateTimeOffset now)
    {
        if (watermark.CaughtUpAt is not { } caughtUpAt)
        {
            return watermark.FirstDay;
        }
        // A clock that was wrong may have left a time to come, and nothing would be looked at until then.
        var day = DayAt(caughtUpAt < now ? caughtUpAt : now).AddDays(-overlapDays);
        return day > watermark.FirstDay ? day : watermark.FirstDay;
    }
}
