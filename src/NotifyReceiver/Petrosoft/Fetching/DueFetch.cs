using NotifyReceiver.Notifications;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>Something that a notification names and that is to be fetched now.</summary>
/// <param name="Path">Petrosoft's path of a document; of a subscription, the address that confirms it.</param>
/// <param name="Attempts">How many there were.</param>
internal sealed record DueFetch(
    NotificationId Notification,
    string Path,
    bool IsSubscription,
    string? DocumentType,
    string? BusinessUnit,
    int Attempts
);
