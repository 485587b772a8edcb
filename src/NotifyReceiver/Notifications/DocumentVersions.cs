using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Notifications;

/// <summary>Which notifications carry versions of one document. Found inside the writer's transaction.</summary>
/// <param name="Known">The notification itself and those of its identity, as its profile tells it.</param>
/// <param name="AtPath">
/// Others that were fetched from its path. Without an identity they are versions too; with another identity they may be, and
/// only an operator can tell.
/// </param>
internal sealed record DocumentVersions(NotificationId Id, IReadOnlyList<long> Known, IReadOnlyList<long> AtPath)
{
    // A path whose content is replaced every few minutes would otherwise cost more and more.
    private const int MostLookedAt = 200;

    /// <summary>Whether its profile tells what it is, so that what stands at its path need not.</summary>
    public required bool HasIdentity { get; init; }

    public static DocumentVersions Find(SqliteConnection connection, NotificationId id)
    {
        var own = connection.QueryFirst<OwnRow>(
            "SELECT identity, path FROM notifications WHERE seq = @Seq",
            new { id.Seq }
        );
        var known = connection
            .Query<long>(
                "SELECT seq FROM notifications WHERE identity = @Identity ORDER BY seq DESC LIMIT @most",
                new { own.Identity, most = MostLookedAt }
            )
            .Append(id.Seq)
            .ToHashSet();
        var atPath = connection
            .Query<long>(
                "SELECT seq FROM notifications WHERE path = @Path ORDER BY seq DESC LIMIT @most",
                new { own.Path, most = MostLookedAt }
            )
            .Where(seq => !known.Contains(seq));
        return new DocumentVersions(id, [.. known], [.. atPath]) { HasIdentity = own.Identity is not null };
    }

    /// <summary>A newer version that was converted already or is about to be, so that this one no longer counts; null when this is the newest.</summary>
    public NotificationId? Newer(SqliteConnection connection)
    {
        var all = connection
            .Query<VersionRow>(
                """
                SELECT seq, state, body_sha256, coalesce(seen_seq, seq) AS place
                FROM notifications
                WHERE seq IN @versions
                """,
                new { versions = HasIdentity ? Known : [.. Known, .. AtPath] }
            )
            .ToList();
        var own = all.Single(version => version.Seq == Id.Seq);
        var newer = all.Where(version => version.Replaces(own)).MaxBy(version => version.Seq);
        return newer is null ? null : new NotificationId(newer.Seq);
    }

    private sealed record OwnRow(string? Identity, string? Path);

    private sealed record VersionRow(long Seq, string State, byte[] BodySha256, long Place)
    {
        // A copy under another id is no other version.
        public bool Replaces(VersionRow own) =>
            State is NotificationState.Converted or NotificationState.Pending
            && !BodySha256.AsSpan().SequenceEqual(own.BodySha256)
            && Place > own.Place;
    }
}
