namespace NotifyReceiver.Notifications;

/// <summary>A notification that is still to be looked at.</summary>
/// <param name="Path">Where its document was fetched from; null when it came in a call.</param>
/// <param name="DocumentType">The type under which its document was named, of a fetched one alone.</param>
/// <param name="BusinessUnit">The business unit under which its document was named, of a fetched one alone.</param>
internal sealed record PendingNotification(
    NotificationId Id,
    string Origin,
    string? Path,
    string? DocumentType,
    string? BusinessUnit,
    byte[] Body
);
