using NotifyReceiver.Settings;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <param name="DocumentTypes">Petrosoft's types that are listed for each station.</param>
/// <param name="Interval">From the end of one round to the beginning of the next; zero means by command alone.</param>
/// <param name="OverlapDays">How many days before the watermark are looked at again, for documents that were changed since.</param>
internal sealed record CatchUpOptions(IReadOnlyList<string> DocumentTypes, TimeSpan Interval, int OverlapDays)
{
    private const int DefaultIntervalMinutes = 60;
    private const int LongestIntervalMinutes = 7 * 24 * 60;
    private const int DefaultOverlapDays = 2;
    private const int MostOverlapDays = 366;

    private static readonly IReadOnlyList<string> DefaultTypes = ["fuel-invoice", "shift_fuel-grade-movement"];

    public static CatchUpOptions Read(SettingsReader settings)
    {
        var types = settings.List("CatchUp:DocumentTypes");
        return new CatchUpOptions(
            types.Count > 0 ? types : DefaultTypes,
            TimeSpan.FromMinutes(
                settings.Number("CatchUp:IntervalMinutes", DefaultIntervalMinutes, 0, LongestIntervalMinutes)
            ),
            (int)settings.Number("CatchUp:OverlapDays", DefaultOverlapDays, 0, MostOverlapDays)
        );
    }
}
