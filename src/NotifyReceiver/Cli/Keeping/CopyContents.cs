using Dapper;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Cli.Keeping;

/// <summary>What a database holds, for whoever must know whether it is the right one.</summary>
/// <param name="Newest">The notification that came last, such as n17; null when there is none.</param>
internal sealed record CopyContents(long Notifications, string? Newest, DateTimeOffset? NewestAt, long Inserts)
{
    public static CopyContents Of(Database database)
    {
        using var connection = database.OpenReader();
        var newest = connection.QueryFirstOrDefault<(long Seq, string ReceivedAt)?>(
            "SELECT seq, received_at FROM notifications ORDER BY seq DESC LIMIT 1"
        );
        return new CopyContents(
            connection.ExecuteScalar<long>("SELECT count(*) FROM notifications"),
            newest is { } it ? $"{new NotificationId(it.Seq)}" : null,
            newest is { } last ? UtcText.Parse(last.ReceivedAt) : null,
            connection.ExecuteScalar<long>("SELECT count(*) FROM inserts")
        );
    }
}
