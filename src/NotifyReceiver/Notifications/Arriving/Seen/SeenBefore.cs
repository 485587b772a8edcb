using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage.Statements;

namespace NotifyReceiver.Notifications.Arriving.Seen;

/// <summary>
/// Tells whether a notification is here already, by the key that makes two the same. It is looked for among those that came since
/// the last filing, and then in the table of those that are filed.
/// </summary>
internal static class SeenBefore
{
    /// <summary>The one that has the key; null when none has, or when the one that had it is no longer kept.</summary>
    /// <param name="connection">Of the writer, inside its transaction, to be sure that nobody adds one at the same time.</param>
    /// <param name="sameAs">One of <see cref="SameAs"/>.</param>
    public static Known? Find(SqliteConnection connection, byte[] sameAs)
    {
        var kept = (KeptConnection)connection;
        return (Unfiled.Of(kept).Find(sameAs) is { } recent ? Read(kept, recent, sameAs) : null)
            ?? (Filed(kept, sameAs) is { } filed ? Read(kept, filed, sameAs) : null);
    }

    /// <summary>One that was added in this transaction: told here, it need not be read.</summary>
    public static NotificationId Note(KeptConnection connection, byte[] sameAs, NotificationId added)
    {
        Unfiled.Kept(connection).Add(sameAs, added.Seq);
        return added;
    }

    private static long? Filed(KeptConnection connection, byte[] sameAs)
    {
        var statement = connection.Prepared("SELECT notification FROM seen WHERE same_as = ?1");
        statement.Bind(1, sameAs);
        if (!statement.Step())
        {
            return null;
        }
        var seq = statement.Number(0);
        statement.Reset();
        return seq;
    }

    // What has the number may be another one since, or gone.
    private static Known? Read(KeptConnection connection, long seq, byte[] sameAs)
    {
        var statement = connection.Prepared("SELECT body_sha256 FROM notifications WHERE seq = ?1 AND same_as = ?2");
        statement.Bind(1, seq);
        statement.Bind(2, sameAs);
        if (!statement.Step())
        {
            return null;
        }
        var known = new Known(new NotificationId(seq), statement.Bytes(0).ToArray());
        statement.Reset();
        return known;
    }
}
