namespace NotifyReceiver.Notifications;

/// <summary>Where a notification stands, by the words that the database, the CLI and the callers see.</summary>
internal static class NotificationState
{
    /// <summary>Stored; its document has not been looked at yet.</summary>
    public const string Pending = "pending";

    /// <summary>It names documents that are still to be fetched.</summary>
    public const string Fetching = "fetching";

    /// <summary>What it names was fetched; each document is a notification of its own.</summary>
    public const string Fetched = "fetched";

    /// <summary>Its document was read and mapped; what it yields, if anything, stands in the outbox.</summary>
    public const string Converted = "converted";

    /// <summary>There is nothing in it to convert; it says why.</summary>
    public const string Noted = "noted";

    /// <summary>It could not be read or mapped; it says why and waits for a replay.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>An operator has decided that nothing is to come of it.</summary>
    public const string Dismissed = "dismissed";

    public static readonly IReadOnlyList<string> All =
    [
        Pending,
        Fetching,
        Fetched,
        Converted,
        Noted,
        Quarantined,
        Dismissed,
    ];
}
