using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Storage;

/// <summary>A database of version 1 does not say which outcome is unknown; its attempts do.</summary>
public sealed class UnknownOutcomeOfVersionOneTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private StorageOptions Options => new(_directory.File("data"));

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("held", "2026-01-16", "unknown", true)]
    [InlineData("held", "2026-01-16", "conflict", true)]
    [InlineData("held", null, null, true)]
    [InlineData("held", "2026-01-16", "refused", false)]
    [InlineData("held", "2026-01-16", "transient", false)]
    [InlineData("pending", "2026-01-16", "unknown", false)]
    [InlineData("accepted", "2026-01-16", "accepted", false)]
    public async Task It_is_that_of_what_is_held_by_its_last_attempt(
        string state,
        string? finishedAt,
        string? outcome,
        bool isUnknown
    )
    {
        await MakeVersionOneAsync(state, finishedAt, outcome);

        await using var database = Database.Create(Options);

        using var reader = database.OpenReader();
        Assert.Equal(
            [isUnknown, false],
            await reader.QueryAsync<bool>("SELECT outcome_unknown FROM inserts ORDER BY seq")
        );
    }

    // The first was sent twice, and nothing came of the first time; the second is a correction that was held before it was sent.
    private async Task MakeVersionOneAsync(string state, string? finishedAt, string? outcome)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Options.DatabaseFile)!);
        await using var connection = new SqliteConnection($"Data Source={Options.DatabaseFile};Pooling=False");
        await connection.ExecuteAsync(await FirstMigrationAsync());
        await connection.ExecuteAsync(
            """
            INSERT INTO inserts
              (key, kind, terminal_code, tank_number, product_code, occurred_at, state, attempts, due_at, created_at, is_dry, row)
            VALUES
              ('a', 'delivery', 'T', '01', '001', '', @state, 2, '', '', 0, '{}'),
              ('b', 'delivery', 'T', '01', '001', '', 'held', 0, '', '', 0, '{}');
            INSERT INTO attempts (insert_seq, number, started_at, finished_at, request, outcome)
            VALUES (1, 1, '', '2026-01-15', '', 'unknown'), (1, 2, '', @finishedAt, '', @outcome);
            PRAGMA user_version = 1
            """,
            new
            {
                state,
                finishedAt,
                outcome,
            }
        );
    }

    private static async Task<string> FirstMigrationAsync()
    {
        using var reader = new StreamReader(
            typeof(Database).Assembly.GetManifestResourceStream("NotifyReceiver.Storage.Migrations.0001_first.sql")!
        );
        return await reader.ReadToEndAsync();
    }
}
