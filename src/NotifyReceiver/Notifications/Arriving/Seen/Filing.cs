using System.Buffers.Binary;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Statements;

namespace NotifyReceiver.Notifications.Arriving.Seen;

/// <summary>
/// Files notifications in table <c>seen</c>: many at a time and in the order of their keys, so that neighbours share a page, and a
/// few in each commit, so that no caller waits for it. Interrupted, it is simply done again.
/// </summary>
internal sealed class Filing(Database database)
{
    private const int MostACommit = 256;

    /// <summary>How many are not filed.</summary>
    public Task<int> WaitingAsync() => database.WriteQuietlyAsync(connection => Unfiled.Of(connection).Count);

    /// <summary>Files the oldest of them.</summary>
    /// <returns>How many are not filed then.</returns>
    public async Task<int> FileAsync(int most, CancellationToken cancel)
    {
        var (piece, upTo) = await database
            .WriteQuietlyAsync(connection => Unfiled.Of(connection).Oldest(most))
            // What follows takes a moment, in which those who wait for the same commit would wait for it.
            .ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Array.Sort(piece, (one, other) => one.Key.CompareTo(other.Key));
        foreach (var some in piece.Chunk(MostACommit))
        {
            cancel.ThrowIfCancellationRequested();
            await database.WriteQuietlyAsync(connection => File(connection, some));
        }
        return await database.WriteQuietlyAsync(connection => End(connection, upTo));
    }

    private static bool File(KeptConnection connection, KeyValuePair<UInt128, long>[] some)
    {
        // One that is no longer kept leaves its key to the next that has it.
        var statement = connection.Prepared(
            "INSERT INTO seen VALUES (?1, ?2) ON CONFLICT DO UPDATE SET notification = excluded.notification"
        );
        Span<byte> sameAs = stackalloc byte[SameAs.Bytes];
        foreach (var (key, seq) in some)
        {
            BinaryPrimitives.WriteUInt128BigEndian(sameAs, key);
            statement.Bind(1, sameAs);
            statement.Bind(2, seq);
            statement.Run();
        }
        return true;
    }

    private static int End(KeptConnection connection, long upTo)
    {
        var statement = connection.Prepared("UPDATE seen_filed SET up_to = ?1 WHERE up_to < ?1");
        statement.Bind(1, upTo);
        statement.Run();
        var unfiled = Unfiled.Of(connection);
        unfiled.Forget(upTo);
        return unfiled.Count;
    }
}
