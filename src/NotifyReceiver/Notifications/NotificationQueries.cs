using Dapper;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Notifications;

/// <summary>What people and callers ask about notifications.</summary>
internal sealed class NotificationQueries(Database database)
{
    private const string Columns = """
        seq, origin, sender_id, conflicts_with, received_at, last_received_at, times_received, remote_address,
        credential, content_type, path, document_type, business_unit, state, reason, shape, profile, location, bytes,
        pruned_at
        """;

    /// <summary>
    /// Of one state or of all, the newest first. What is mostly rare is found by an index of its state; what most of them are stands
    /// among the newest.
    /// </summary>
    public static string Listing(string? state) =>
        state switch
        {
            null => $"SELECT {Columns} FROM notifications ORDER BY seq DESC LIMIT @most",
            NotificationState.Converted =>
                $"SELECT {Columns} FROM notifications WHERE state = '{NotificationState.Converted}' ORDER BY seq DESC LIMIT @most",
            NotificationState.Pending => Listing(state, "notifications_pending"),
            NotificationState.Fetching => Listing(state, "notifications_fetching"),
            NotificationState.Quarantined => Listing(state, "notifications_quarantined"),
            _ => Listing(state, "notifications_rare"),
        };

    private static string Listing(string state, string index) =>
        $"""
            SELECT {Columns}
            FROM notifications
            WHERE seq IN (SELECT seq FROM notifications INDEXED BY {index} WHERE state = '{state}' ORDER BY seq DESC LIMIT @most)
            ORDER BY seq DESC
            """;

    /// <summary>The newest ones first, of one state or of all.</summary>
    public IReadOnlyList<NotificationSummary> List(string? state, int most)
    {
        using var connection = database.OpenReader();
        return [.. connection.Query<SummaryRow>(Listing(state), new { most }).Select(row => row.ToSummary())];
    }

    public NotificationSummary? Find(NotificationId id)
    {
        using var connection = database.OpenReader();
        return connection
            .QueryFirstOrDefault<SummaryRow>($"SELECT {Columns} FROM notifications WHERE seq = @Seq", new { id.Seq })
            ?.ToSummary();
    }

    /// <summary>The headers as a JSON array of name and value, and the body, byte for byte as they came.</summary>
    public (string Headers, byte[] Body)? Raw(NotificationId id)
    {
        using var connection = database.OpenReader();
        return
            connection.QueryFirstOrDefault<RawRow>(
                "SELECT headers, body FROM notifications WHERE seq = @Seq",
                new { id.Seq }
            )
                is { } row
            ? (row.Headers, row.Body)
            : null;
    }

    private sealed record RawRow(string Headers, byte[] Body);

    private sealed record SummaryRow(
        long Seq,
        string Origin,
        string? SenderId,
        long? ConflictsWith,
        string ReceivedAt,
        string LastReceivedAt,
        long TimesReceived,
        string? RemoteAddress,
        string Credential,
        string? ContentType,
        string? Path,
        string? DocumentType,
        string? BusinessUnit,
        string State,
        string? Reason,
        string? Shape,
        string? Profile,
        string? Location,
        long Bytes,
        string? PrunedAt
    )
    {
        public NotificationSummary ToSummary() =>
            new(
                new NotificationId(Seq),
                Origin,
                SenderId,
                ConflictsWith is { } other ? new NotificationId(other) : null,
                UtcText.Parse(ReceivedAt),
                UtcText.Parse(LastReceivedAt),
                TimesReceived,
                RemoteAddress,
                Credential,
                ContentType,
                Path,
                DocumentType,
                BusinessUnit,
                State,
                Reason?.Split('\n') ?? [],
                Shape,
                Profile,
                Location,
                Bytes,
                PrunedAt is null ? null : UtcText.Parse(PrunedAt)
            );
    }
}
