namespace NotifyReceiver.Notifications;

/// <summary>How a notification came to be here, by the words of the database.</summary>
internal static class NotificationOrigin
{
    /// <summary>An authenticated call to the webhook.</summary>
    public const string Call = "call";

    /// <summary>A document that such a call named, fetched from Petrosoft.</summary>
    public const string Fetch = "fetch";

    /// <summary>A document that no call named, found by listing what Petrosoft has published.</summary>
    public const string CatchUp = "catch-up";
}
