using NotifyReceiver.Notifications;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>Something that a notification names, and what became of it.</summary>
/// <param name="State"><c>pending</c>, <c>done</c>, <c>superseded</c> or <c>failed</c>.</param>
/// <param name="DueAt">When it is tried again, where it is pending.</param>
/// <param name="Documents">What it brought: one document, or as many as an archive held.</param>
internal sealed record FetchSummary(
    string Path,
    string State,
    string? Reason,
    int Attempts,
    DateTimeOffset DueAt,
    IReadOnlyList<NotificationId> Documents
);
