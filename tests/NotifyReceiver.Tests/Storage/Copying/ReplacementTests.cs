using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Restoring;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Copying;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Storage.Copying;

public sealed class ReplacementTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();

    private StorageOptions Options => new(_directory.File("data"));

    private string Copy => _directory.File("copy.db");

    private string KeptAs => Options.DatabaseFile + ".before-restore-20260116T120000.000Z";

    /// <summary>A copy that knows of one act, and a database that knows of two.</summary>
    public async Task InitializeAsync()
    {
        await using var database = Database.Create(Options);
        await ActAsync(database, "before the copy");
        Assert.IsType<Backup.Made>(Backup.Make(Options.DatabaseFile, Copy, _ => { }, CancellationToken.None));
        await ActAsync(database, "after the copy");
    }

    public Task DisposeAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void The_copy_takes_the_databases_place_and_the_database_is_kept()
    {
        var done = Assert.IsType<Replacement.Done>(Make());

        Assert.Equal(KeptAs, done.KeptAs);
        Assert.Equal(["before the copy"], Acts(Options.DatabaseFile));
        Assert.Equal(["before the copy", "after the copy"], Acts(KeptAs));
        Assert.Equal(["before the copy"], Acts(Copy));
    }

    [Fact]
    public async Task The_service_starts_with_it()
    {
        Make();

        await using var database = Database.Create(Options);
        await ActAsync(database, "after the restore");

        Assert.Equal(["before the copy", "after the restore"], Acts(Options.DatabaseFile));
    }

    [Fact]
    public void A_copy_can_be_put_where_nothing_is()
    {
        Directory.Delete(Options.DataDirectory, recursive: true);

        Assert.Null(Assert.IsType<Replacement.Done>(Make()).KeptAs);

        Assert.Equal(["before the copy"], Acts(Options.DatabaseFile));
    }

    [Fact]
    public async Task While_a_service_runs_nothing_is_replaced()
    {
        await using var service = Database.Create(Options);

        var refused = Assert.Throws<StorageException>(Make);

        Assert.Contains(
            "in use by another notify-receiver; stop that first",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(["before the copy", "after the copy"], Acts(Options.DatabaseFile));
    }

    [Fact]
    public async Task While_a_command_uses_the_database_nothing_is_replaced()
    {
        await using (var command = Database.OpenExisting(Options.DatabaseFile))
        {
            await ActAsync(command, "of a command");

            Assert.Contains("in use by another command", Refusal(Make()), StringComparison.Ordinal);

            await ActAsync(command, "of the same");
        }
        Assert.Equal(4, Acts(Options.DatabaseFile).Count);
        AssertNothingIsLeft();
    }

    [Fact]
    public void A_copy_that_is_damaged_is_refused()
    {
        Damage.Header(Copy);

        Assert.Contains("it is not a database", Refusal(Make()), StringComparison.Ordinal);
        AssertAllIsAsItWas();
    }

    [Fact]
    public void A_copy_of_which_the_end_is_missing_is_refused()
    {
        using (var stream = File.OpenWrite(Copy))
        {
            stream.SetLength(stream.Length / 2);
        }

        Assert.Contains("is not restored: it", Refusal(Make()), StringComparison.Ordinal);
        AssertAllIsAsItWas();
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        File.Delete(Copy);
        Run(Copy, "CREATE TABLE albums (id INTEGER); PRAGMA user_version = 3");

        Assert.Contains("it is not a database of notify-receiver", Refusal(Make()), StringComparison.Ordinal);
        AssertAllIsAsItWas();
    }

    [Fact]
    public void A_copy_of_a_newer_program_is_refused()
    {
        Run(Copy, "PRAGMA user_version = 9999");

        Assert.Contains("is of version 9999", Refusal(Make()), StringComparison.Ordinal);
        AssertAllIsAsItWas();
    }

    [Fact]
    public void The_database_itself_is_no_copy()
    {
        var made = Replacement.Make(Options, Options.DatabaseFile, _ => { }, Now, _ => { }, CancellationToken.None);

        Assert.Contains("is the database itself", Refusal(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_damaged_is_kept_as_it_is_and_replaced()
    {
        Damage.Header(Options.DatabaseFile);
        var damaged = await File.ReadAllBytesAsync(Options.DatabaseFile);

        Assert.Equal(KeptAs, Assert.IsType<Replacement.Done>(Make()).KeptAs);

        Assert.Equal(damaged, await File.ReadAllBytesAsync(KeptAs));
        Assert.Equal(["before the copy"], Acts(Options.DatabaseFile));
    }

    // The log of a database that is gone would be taken for the copy's own.
    [Fact]
    public void A_log_without_its_database_is_moved_away_too()
    {
        File.Move(Options.DatabaseFile, _directory.File("elsewhere.db"));
        File.WriteAllText(Options.DatabaseFile + "-wal", "of another");

        Make();

        Assert.Equal(["before the copy"], Acts(Options.DatabaseFile));
        Assert.Equal("of another", File.ReadAllText(KeptAs + "-wal"));
    }

    [Fact]
    public void A_restore_that_was_interrupted_between_its_moves_keeps_the_service_from_beginning_anew()
    {
        File.Move(Options.DatabaseFile, KeptAs);
        File.Copy(Copy, Options.DatabaseFile + ".restoring");

        Assert.Contains(
            "a restore was interrupted",
            Assert.Throws<StorageException>(() => Database.Create(Options)).Message,
            StringComparison.Ordinal
        );

        Assert.IsType<Replacement.Done>(Make());
        Assert.Equal(["before the copy"], Acts(Options.DatabaseFile));
        Assert.Equal(["before the copy", "after the copy"], Acts(KeptAs));
    }

    [Fact]
    public void A_copy_of_an_earlier_program_is_brought_up_to_date()
    {
        File.Delete(Copy);
        Run(Copy, Samples.Database("version-1.sql"));

        Assert.IsType<Replacement.Done>(Make());

        using var connection = new SqliteConnection($"Data Source={Options.DatabaseFile};Pooling=False");
        Assert.Equal(1, connection.ExecuteScalar<long>("SELECT count(*) FROM restores"));
    }

    private Replacement Make() =>
        Replacement.Make(
            Options,
            Copy,
            connection => RestoredOutbox.Doubt(connection, Now),
            Now,
            _ => { },
            CancellationToken.None
        );

    private static string Refusal(Replacement made) => Assert.IsType<Replacement.Refused>(made).Reason;

    private void AssertAllIsAsItWas()
    {
        Assert.Equal(["before the copy", "after the copy"], Acts(Options.DatabaseFile));
        AssertNothingIsLeft();
    }

    private void AssertNothingIsLeft() =>
        Assert.DoesNotContain(
            Directory.GetFiles(Options.DataDirectory),
            file => file.Contains("restor", StringComparison.Ordinal)
        );

    private static List<string> Acts(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        return [.. connection.Query<string>("SELECT subject FROM acts ORDER BY seq")];
    }

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Execute(sql);
    }

    private static Task<int> ActAsync(Database database, string subject) =>
        database.WriteAsync(connection =>
            connection.Execute(
                "INSERT INTO acts (at, who, act, subject) VALUES ('2026-01-15T12:00:00.000Z', '', '', @subject)",
                new { subject }
            )
        );
}
