using NotifyReceiver.Settings;

namespace NotifyReceiver.Retention;

/// <param name="Keep">How long finished history is kept whole; zero means for ever.</param>
/// <param name="MaxBytes">Past this size the oldest of it goes earlier; zero means however large the database grows.</param>
internal sealed record RetentionOptions(TimeSpan Keep, long MaxBytes)
{
    // A quarter: month ends have been reconciled, and invoices corrected, by then.
    private const int DefaultDays = 90;
    private const int MostDays = 36_500;

    // What a small disk still has, beside a backup of the same size.
    private const long DefaultMaxBytes = 10L * 1024 * 1024 * 1024;
    private const long LeastMaxBytes = 1024 * 1024;

    public static RetentionOptions Read(SettingsReader settings)
    {
        const string Size = "Retention:MaxBytes";
        var days = settings.Number("Retention:Days", DefaultDays, 0, MostDays);
        var bytes = settings.Number(Size, DefaultMaxBytes, 0, long.MaxValue);
        if (bytes is > 0 and < LeastMaxBytes)
        {
            settings.Mistake(
                Size,
                $"{bytes} is less than an empty database needs; use 0 for no limit, or {LeastMaxBytes} at least"
            );
        }
        return new RetentionOptions(TimeSpan.FromDays(days), bytes);
    }
}
