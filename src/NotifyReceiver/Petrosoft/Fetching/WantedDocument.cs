namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>A document that is to be fetched.</summary>
/// <param name="Origin">Why: one of <see cref="Notifications.NotificationOrigin"/>.</param>
/// <param name="DocumentType">The type under which it was named; null when it was named without one.</param>
/// <param name="BusinessUnit">The business unit under which it was named; null when it was named without one.</param>
internal sealed record WantedDocument(string Origin, string Path, string? DocumentType, string? BusinessUnit);
