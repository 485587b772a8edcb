namespace NotifyReceiver.Notifications;

/// <summary>A notification as lists show it, without headers and body.</summary>
/// <param name="SenderId">The id that the sender gave; null when it gave none.</param>
/// <param name="ConflictsWith">The notification that came before under the same id with another body.</param>
/// <param name="Reasons">Why it is quarantined, a line each; empty otherwise.</param>
/// <param name="Profile">The profile that recognised its document.</param>
/// <param name="Location">Petrosoft's location id, as the document names it.</param>
/// <param name="Bytes">The size of the body.</param>
internal sealed record NotificationSummary(
    NotificationId Id,
    string? SenderId,
    NotificationId? ConflictsWith,
    DateTimeOffset ReceivedAt,
    DateTimeOffset LastReceivedAt,
    long TimesReceived,
    string? RemoteAddress,
    string Credential,
    string? ContentType,
    string State,
    IReadOnlyList<string> Reasons,
    string? Profile,
    string? Location,
    long Bytes
);
