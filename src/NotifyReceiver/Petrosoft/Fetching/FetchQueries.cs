using Dapper;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>What people ask about fetches.</summary>
internal sealed class FetchQueries(Database database)
{
    /// <summary>All that the notification names, in its order.</summary>
    public IReadOnlyList<FetchSummary> Of(NotificationId notification)
    {
        using var connection = database.OpenReader();
        var documents = connection
            .Query<DocumentRow>(
                "SELECT path, document FROM fetched_documents WHERE notification = @Seq ORDER BY document",
                new { notification.Seq }
            )
            .ToLookup(row => row.Path, row => new NotificationId(row.Document), StringComparer.Ordinal);
        return
        [
            .. connection
                .Query<FetchRow>(
                    "SELECT path, kind, state, reason, attempts, due_at FROM fetches WHERE notification = @Seq ORDER BY line",
                    new { notification.Seq }
                )
                .Select(row => new FetchSummary(
                    DueFetch.NameOf(row.Path, row.Kind == "subscription"),
                    row.State,
                    row.Reason,
                    (int)row.Attempts,
                    UtcText.Parse(row.DueAt),
                    [.. documents[row.Path]]
                )),
        ];
    }

    /// <summary>The notifications that named the document which this one is.</summary>
    public IReadOnlyList<NotificationId> NamedBy(NotificationId document)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<long>(
                    "SELECT DISTINCT notification FROM fetched_documents WHERE document = @Seq ORDER BY notification",
                    new { document.Seq }
                )
                .Select(seq => new NotificationId(seq)),
        ];
    }

    private sealed record DocumentRow(string Path, long Document);

    private sealed record FetchRow(string Path, string Kind, string State, string? Reason, long Attempts, string DueAt);
}
