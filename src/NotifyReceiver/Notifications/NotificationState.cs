namespace NotifyReceiver.Notifications;

/// <summary>Where a notification stands, by the words that the database, the CLI and the callers see.</summary>
internal static class NotificationState
{
    /// <summary>Stored; its document has not been looked at yet.</summary>
    public const string Pending = "pending";

    /// <summary>Its document was read and mapped; what it yields, if anything, stands in the outbox.</summary>
    public const string Converted = "converted";

    /// <summary>It could not be read or mapped; it says why and waits for a replay.</summary>
    public const string Quarantined = "quarantined";

    public static readonly IReadOnlyList<string> All = [Pending, Converted, Quarantined];
}
