namespace NotifyReceiver.Notifications;

/// <summary>A notification as lists show it, without headers and body.</summary>
/// <param name="Origin">How it came to be here, one of <see cref="NotificationOrigin"/>.</param>
/// <param name="SenderId">The id that the sender gave; null when it gave none.</param>
/// <param name="ConflictsWith">The notification that came before under the same id with another body.</param>
/// <param name="Path">Where its document was fetched from; null when it came in a call.</param>
/// <param name="DocumentType">The type under which its document was named, of a fetched one alone.</param>
/// <param name="BusinessUnit">The business unit under which its document was named, of a fetched one alone.</param>
/// <param name="Reasons">Why it stands where it stands, or what an operator should know, a line each; mostly empty.</param>
/// <param name="Shape">What its body turned out to be; null until it was looked at.</param>
/// <param name="Profile">The profile that recognised its document.</param>
/// <param name="Location">Petrosoft's location id, as the document names it.</param>
/// <param name="Bytes">The size of the body; nothing, once it was pruned.</param>
/// <param name="PrunedAt">When its headers and body were pruned; null while they are here.</param>
internal sealed record NotificationSummary(
    NotificationId Id,
    string Origin,
    string? SenderId,
    NotificationId? ConflictsWith,
    DateTimeOffset ReceivedAt,
    DateTimeOffset LastReceivedAt,
    long TimesReceived,
    string? RemoteAddress,
    string Credential,
    string? ContentType,
    string? Path,
    string? DocumentType,
    string? BusinessUnit,
    string State,
    IReadOnlyList<string> Reasons,
    string? Shape,
    string? Profile,
    string? Location,
    long Bytes,
    DateTimeOffset? PrunedAt
);
