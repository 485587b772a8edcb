using System.Globalization;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Benchmarks.Draining;

/// <summary>A database whose outbox is full, made once; each round drains a copy.</summary>
internal sealed class FullOutbox : IDisposable
{
    private const int Terminals = 100;
    private const int RowsOfADocument = 10;

    private static readonly DateTimeOffset Arrived = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTime FirstReading = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly TemporaryDirectory _directory = new();

    private string DatabaseFile => new StorageOptions(_directory.Path).DatabaseFile;

    /// <param name="rows">How many, shared evenly by the terminals.</param>
    public static async Task<FullOutbox> FillAsync(RowKind kind, int rows)
    {
        var outbox = new FullOutbox();
        await using var database = Database.Create(new StorageOptions(outbox._directory.Path));
        await AddAsync(database, kind, first: 0, rows);
        return outbox;
    }

    /// <summary>Puts rows out that no other call with other numbers has put out.</summary>
    /// <param name="first">The number of the first.</param>
    public static Task AddAsync(Database database, RowKind kind, int first, int rows) =>
        // All at once, so that the writer commits many documents together.
        Task.WhenAll(
            Enumerable
                .Range(first, rows)
                .Select(number => (Terminal: number % Terminals, Row: RowOf(kind, number)))
                .GroupBy(it => it.Terminal, it => it.Row)
                .SelectMany(terminal =>
                    terminal.Chunk(RowsOfADocument).Select((document, index) => (terminal.Key, index, document))
                )
                .Select(it => AddAsync(database, it.Key, first + it.index, it.document))
        );

    /// <summary>Puts a copy of the database where the service will look for it.</summary>
    public void CopyTo(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        File.Copy(DatabaseFile, new StorageOptions(dataDirectory).DatabaseFile);
    }

    public void Dispose() => _directory.Dispose();

    private static async Task AddAsync(Database database, int terminal, int document, IReadOnlyList<Row> rows)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"document {document} of terminal {terminal}");
        var notification = await Filling.NotificationAsync(database, body, Arrived);
        await Filling.FillAsync(
            database,
            notification,
            string.Create(CultureInfo.InvariantCulture, $"BEN{terminal:0000000000}"),
            identity: null,
            isDryRun: false,
            rows,
            Arrived
        );
    }

    private static Row RowOf(RowKind kind, int number)
    {
        var minute = number / Terminals;
        var at = FirstReading.AddMinutes(minute).ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture);
        var volume = (10_000 + number * 0.001m).ToString("0.000", CultureInfo.InvariantCulture);
        return kind == RowKind.Delivery
            ? Filling.Delivery(volume, at, invoice: string.Create(CultureInfo.InvariantCulture, $"INV-{number}"))
            : Filling.Inventory(volume, at);
    }
}
