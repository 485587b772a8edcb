using NotifyReceiver.Notifications;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>Something that a notification names and that is to be fetched now.</summary>
/// <param name="Path">Petrosoft's path of a document; of a subscription, the address that confirms it.</param>
/// <param name="Attempts">How many there were.</param>
/// <param name="WantedAt">When it was named, or named again, as the database has it.</param>
internal sealed record DueFetch(
    NotificationId Notification,
    string Path,
    bool IsSubscription,
    string? DocumentType,
    string? BusinessUnit,
    int Attempts,
    string WantedAt
)
{
    /// <summary>What people are shown of it: the address that confirms a subscription holds a secret.</summary>
    public string Name => NameOf(Path, IsSubscription);

    public static string NameOf(string path, bool isSubscription) =>
        isSubscription ? $"the subscription at {new Uri(path).Host}" : path;
}
