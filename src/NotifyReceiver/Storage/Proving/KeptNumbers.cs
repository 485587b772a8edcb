using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage.Proving;

/// <summary>
/// Numbers in a database of their own, kept by the same writer and with the same settings as notifications are. A child process
/// writes them until it is killed.
/// </summary>
internal static class KeptNumbers
{
    private const int Writers = 16;

    // Each brings with it so many hashes of itself, which tell whether it is whole: some 1000 bytes.
    private const int ContentBlocks = 30;

    /// <summary>Writes numbers until it is stopped, from this one on, and tells each of them after its commit.</summary>
    /// <exception cref="StorageException">One of them could not be written.</exception>
    public static async Task WriteAsync(string directory, long first, Action<long> tell, CancellationToken stop)
    {
        await using var database = Database.Create(new StorageOptions(directory));
        await database.WriteAsync(CreateTable);
        var last = first - 1;
        var writers = Enumerable.Range(0, Writers).Select(_ => WriteInTurnAsync());
        await await Task.WhenAny(writers);

        async Task WriteInTurnAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref last);
                await database.WriteAsync(connection => Insert(connection, number));
                tell(number);
            }
        }
    }

    /// <summary>Opens the database as the service does, and looks at what is there.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static async Task<Found> LookAsync(string directory)
    {
        await using var database = Database.Create(new StorageOptions(directory));
        await database.WriteAsync(CreateTable);
        await using var reader = database.OpenReader();
        return Look(reader);
    }

    private static Found Look(SqliteConnection reader) =>
        new(
            reader
                .Query<(long Number, byte[] Content)>("SELECT number, content FROM kept_numbers", buffered: false)
                .Where(row => row.Content.AsSpan().SequenceEqual(ContentOf(row.Number)))
                .Select(row => row.Number)
                .ToHashSet(),
            reader.ExecuteScalar<string>("PRAGMA integrity_check") ?? "",
            reader.ServerVersion,
            reader.ExecuteScalar<long>("PRAGMA page_size")
        );

    private static void CreateTable(SqliteConnection connection) =>
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS kept_numbers (number INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT"
        );

    private static void Insert(SqliteConnection connection, long number) =>
        connection.Execute(
            "INSERT INTO kept_numbers (number, content) VALUES (@number, @content)",
            new { number, content = ContentOf(number) }
        );

    private static byte[] ContentOf(long number) =>
        [
            .. Enumerable
                .Repeat(SHA256.HashData(BitConverter.GetBytes(number)), ContentBlocks)
                .SelectMany(block => block),
        ];

    /// <param name="Numbers">Those that are whole.</param>
    /// <param name="Integrity">What SQLite says of the file: <c>ok</c>, or what is wrong.</param>
    internal sealed record Found(IReadOnlySet<long> Numbers, string Integrity, string SqliteVersion, long PageBytes);
}
