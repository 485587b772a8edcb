namespace NotifyReceiver.Notifications.Arriving;

/// <summary>One document that was fetched, because a notification named it or because a listing did.</summary>
/// <param name="Origin">One of <see cref="NotificationOrigin"/>.</param>
/// <param name="Path">Where Petrosoft keeps it; of a file in an archive, the archive's path, <c>#</c> and the file's name.</param>
/// <param name="DocumentType">The type under which it was named; null when it was named without one.</param>
/// <param name="BusinessUnit">The business unit under which it was named; null when it was named without one.</param>
/// <param name="AskedAt">When it was asked for: of two contents of one path, the one that was asked for later is the newer.</param>
internal sealed record FetchedDocument(
    string Origin,
    string Path,
    string? DocumentType,
    string? BusinessUnit,
    DateTimeOffset AskedAt,
    string? ContentType,
    byte[] Body
);
