using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Measuring;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>
/// A database with a history: calls with the ids from 0 on, a tenth of them in quarantine and the others converted, each of those with
/// one insert that ATIONET accepted. The product makes the file; SQL fills it.
/// </summary>
internal sealed class FilledFile : IDisposable
{
    private const int RowsACommit = 50_000;
    private const int RowsBetweenLines = 500_000;
    private const long BytesARow = 2_000;

    private readonly TemporaryDirectory _directory = new();

    private FilledFile(int rows) => Rows = rows;

    public int Rows { get; }

    /// <summary>The data directory that a service can be started on.</summary>
    public string Directory => _directory.File("data");

    private StorageOptions Options => new(Directory);

    /// <param name="copies">How many will stand beside it.</param>
    /// <exception cref="InvalidOperationException">The disk has no room for them.</exception>
    public static async Task<FilledFile> FillAsync(int rows, int copies = 0)
    {
        var file = new FilledFile(rows);
        var free = new DriveInfo(file._directory.Path).AvailableFreeSpace;
        var needed = rows * BytesARow * (1 + copies);
        if (free < needed)
        {
            file.Dispose();
            throw new InvalidOperationException(
                $"{rows} rows need about {needed >> 20} MB in {Path.GetTempPath()}, where {free >> 20} MB are free."
            );
        }
        await using var database = Database.Create(file.Options);
        await database.WriteAsync(Prepare);
        for (var first = 0; first < rows; first += RowsACommit)
        {
            var last = Math.Min(first + RowsACommit, rows) - 1;
            await database.WriteAsync(connection => Fill(connection, first, last));
            if ((last + 1) % RowsBetweenLines == 0)
            {
                Progress.Tell(
                    string.Create(CultureInfo.InvariantCulture, $"filled a file with {last + 1:N0} of {rows:N0}")
                );
            }
        }
        return file;
    }

    /// <summary>Puts a copy where the service will look for it.</summary>
    public void CopyTo(string dataDirectory)
    {
        System.IO.Directory.CreateDirectory(dataDirectory);
        File.Copy(Options.DatabaseFile, new StorageOptions(dataDirectory).DatabaseFile);
    }

    public void Dispose() => _directory.Dispose();

    private static void Prepare(SqliteConnection connection)
    {
        // A random key in an index is slow to fill where only a small part of the index is in memory.
        connection.Execute("PRAGMA cache_size = -1000000");
        connection.CreateFunction("id_of", (long id) => Posting.IdText(id), isDeterministic: true);
        connection.CreateFunction("body_of", (long id) => Posting.Unknown.Body(id), isDeterministic: true);
        connection.CreateFunction("sha256", (byte[] body) => SHA256.HashData(body), isDeterministic: true);
        connection.CreateFunction("same_as", (string id) => SameAs.Id(id), isDeterministic: true);
    }

    private static void Fill(SqliteConnection connection, int first, int last)
    {
        var parameters = new
        {
            first,
            last,
            // What is old may be pruned while it is measured.
            at = UtcText.Of(TimeProvider.System.GetUtcNow()),
        };
        connection.Execute(Notifications, parameters);
        connection.Execute(Inserts, parameters);
        if (connection.ExecuteScalar<bool>(HasSeen))
        {
            connection.Execute(Seen, parameters);
        }
    }

    private const string Numbers = """
        WITH RECURSIVE numbers (id) AS (
          SELECT @first
          UNION ALL
          SELECT id + 1 FROM numbers WHERE id < @last
        )
        """;

    private const string Notifications = $"""
        {Numbers}
        INSERT INTO notifications
          (seq, same_as, origin, sender_id, body_sha256, received_at, last_received_at, remote_address, credential, content_type,
           headers, state, reason, shape, profile, location, body)
        SELECT id + 1, same_as(id_of(id)), 'call', id_of(id), sha256(body_of(id)), @at, @at, '127.0.0.1', 'key 01234567',
               'application/json',
               '[["Host","localhost"],["Content-Type","application/json"],["X-Notification-Id","' || id_of(id) || '"]]',
               iif(id % 10 = 0, 'quarantined', 'converted'), iif(id % 10 = 0, 'no profile recognises this document', NULL),
               'document', iif(id % 10 = 0, NULL, 'fuel-invoice'), iif(id % 10 = 0, NULL, '12345'), body_of(id)
        FROM numbers;
        """;

    // Where the product finds what it has seen in a table of its own, what is stored here is filed there.
    private const string HasSeen = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'seen')";

    private const string Seen = """
        INSERT INTO seen (same_as, notification)
        SELECT same_as, seq FROM notifications WHERE seq BETWEEN @first + 1 AND @last + 1 ORDER BY same_as;

        UPDATE seen_filed SET up_to = @last + 1;
        """;

    // A hundred terminals, one of them that for which invoices are posted; each delivery has an invoice of its own.
    private const string Inserts = $"""
        {Numbers}
        INSERT INTO inserts
          (key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, state, attempts, due_at,
           created_at, is_dry, row)
        SELECT 'filled ' || id, 'delivery', iif(id % 100 = 1, 'ABC0123456789', printf('BEN%010d', id % 100)), '01', '001', '2026/01/15 04:31:00', '4200.000',
               id_of(id), 'accepted', 1, @at, @at, 0, '{"{}"}'
        FROM numbers
        WHERE id % 10 <> 0;

        {Numbers}
        INSERT INTO notification_inserts (notification, insert_seq, line)
        SELECT id + 1, seq, 1
        FROM numbers JOIN inserts ON key = 'filled ' || id;
        """;
}
