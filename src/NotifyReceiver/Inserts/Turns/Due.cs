using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Turns;

/// <summary>
/// When something that was put off is due. Nothing is ever put off for longer than <see cref="Longest"/>: what seems to be was put
/// off before the clock was set back, and is due.
/// </summary>
internal static class Due
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>SQL that holds where <c>due_at</c> has come.</summary>
    public const string Is = "(due_at <= @now OR due_at > @far)";

    /// <summary>The same where two tables have one.</summary>
    public const string IsOfInsert = "(inserts.due_at <= @now OR inserts.due_at > @far)";

    public const string IsOfTerminal = "(terminals.due_at <= @now OR terminals.due_at > @far)";

    /// <summary>The value of <c>@far</c>.</summary>
    public static string Far(DateTimeOffset now) => UtcText.Of(now + Longest + TimeSpan.FromMinutes(1));
}
