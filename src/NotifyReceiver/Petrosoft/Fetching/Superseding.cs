using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>
/// Amazon S3 may deliver its events of one key in any order, and twice; their sequencers tell which change came last, and only
/// that one is worth fetching.
/// </summary>
internal static class Superseding
{
    public static void Judge(SqliteConnection connection, NotificationId notification, Reference reference)
    {
        if (reference.Sequencer is not { } sequencer)
        {
            return;
        }
        var others = connection.Query<OtherRow>(
            """
            SELECT notification, sequencer, state
            FROM fetches
            WHERE path = @Path AND notification <> @Seq AND sequencer IS NOT NULL AND state IN ('pending', 'done')
            """,
            new { reference.Path, notification.Seq }
        );
        foreach (var other in others)
        {
            var order = Sequencer.Compare(sequencer, other.Sequencer);
            if (order <= 0)
            {
                Supersede(connection, notification, reference.Path, new NotificationId(other.Notification), order);
                return;
            }
            if (other.State == "pending")
            {
                var older = new NotificationId(other.Notification);
                Supersede(connection, older, reference.Path, notification, -order);
                FetchCompletion.Check(connection, older);
            }
        }
    }

    private static void Supersede(
        SqliteConnection connection,
        NotificationId older,
        string path,
        NotificationId newer,
        int order
    )
    {
        connection.Execute(
            """
            UPDATE fetches SET state = 'superseded', reason = @reason
            WHERE notification = @Seq AND path = @path
            """,
            new
            {
                older.Seq,
                path,
                reason = order == 0 ? $"{newer} names the same change" : $"{newer} names a later change of it",
            }
        );
    }

    private sealed record OtherRow(long Notification, string Sequencer, string State);
}
