using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage.Statements;
using SQLitePCL;

namespace NotifyReceiver.Notifications.Arriving.Seen;

/// <summary>
/// The notifications that are not filed yet, by their key, in memory: one connection's copy of what stands in the table, read on at
/// each question, so that it has what this and any other process added. It goes with its connection.
/// </summary>
internal sealed class Unfiled
{
    private static readonly ConditionalWeakTable<SqliteConnection, Unfiled> All = [];

    private readonly KeptConnection _connection;
    private readonly Dictionary<UInt128, long> _seqs = [];
    private long _filedTo;
    private long _readTo;
    private int _undos;
    private int _transaction;
    private int _changesThen;

    private Unfiled(KeptConnection connection)
    {
        _connection = connection;
        Restart();
    }

    public int Count => _seqs.Count;

    private int Changes => raw.sqlite3_total_changes(_connection.Handle);

    /// <summary>That of the connection as it was last brought up to date.</summary>
    public static Unfiled Kept(KeptConnection connection) =>
        All.GetValue(connection, it => new Unfiled((KeptConnection)it));

    /// <summary>That of the connection, up to date as its transaction sees the table.</summary>
    public static Unfiled Of(KeptConnection connection)
    {
        var unfiled = Kept(connection);
        unfiled.ReadOn();
        return unfiled;
    }

    /// <summary>One that this connection has added since it was last asked, so that it need not be read.</summary>
    public void Add(ReadOnlySpan<byte> sameAs, long seq)
    {
        if (IsUpToDate(changesSince: 1))
        {
            _seqs[Key(sameAs)] = seq;
            _readTo = seq;
            _changesThen++;
        }
    }

    public long? Find(byte[] sameAs) => _seqs.TryGetValue(Key(sameAs), out var seq) ? seq : null;

    /// <summary>The oldest of them as they stand, to be filed.</summary>
    public (KeyValuePair<UInt128, long>[] Some, long UpTo) Oldest(int most)
    {
        var upTo = Math.Min(_readTo, _filedTo + most);
        return ([.. _seqs.Where(it => it.Value <= upTo)], upTo);
    }

    /// <summary>Lets go of those that are filed now.</summary>
    public void Forget(long upTo)
    {
        _filedTo = upTo;
        foreach (var (key, seq) in _seqs)
        {
            if (seq <= upTo)
            {
                _seqs.Remove(key);
            }
        }
    }

    /// <summary>A key as a number; their order is that of the keys.</summary>
    public static UInt128 Key(ReadOnlySpan<byte> sameAs) => BinaryPrimitives.ReadUInt128BigEndian(sameAs);

    private void Restart()
    {
        _undos = _connection.Undos;
        _seqs.Clear();
        var statement = _connection.Prepared("SELECT up_to FROM seen_filed");
        _filedTo = statement.Step() ? statement.Number(0) : 0;
        _readTo = _filedTo;
        statement.Reset();
    }

    private void ReadOn()
    {
        if (_undos != _connection.Undos)
        {
            // Something that was read here was undone, and its number may come again as another's.
            Restart();
        }
        else if (IsUpToDate(changesSince: 0))
        {
            return;
        }
        var statement = _connection.Prepared("SELECT seq, same_as FROM notifications WHERE seq > ?1 ORDER BY seq");
        statement.Bind(1, _readTo);
        while (statement.Step())
        {
            _readTo = statement.Number(0);
            _seqs[Key(statement.Bytes(1))] = _readTo;
        }
        _transaction = _connection.Transactions;
        _changesThen = Changes;
    }

    // Inside a transaction nobody else writes. A connection that only reads begins none, and must look again each time.
    private bool IsUpToDate(int changesSince) =>
        _connection.Transactions > 0
        && _transaction == _connection.Transactions
        && _changesThen + changesSince == Changes
        && _undos == _connection.Undos;
}
