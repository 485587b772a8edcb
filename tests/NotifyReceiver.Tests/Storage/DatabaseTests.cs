using Dapper;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private StorageOptions Options => new(_directory.File("data"));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Commits_are_synced_to_disk_in_the_write_ahead_log()
    {
        await using var database = Database.Create(Options);

        var pragmas = await database.WriteAsync(connection =>
            (
                connection.ExecuteScalar<string>("PRAGMA journal_mode"),
                connection.ExecuteScalar<long>("PRAGMA synchronous")
            )
        );

        Assert.Equal(("wal", 2L), pragmas);
    }

    [Fact]
    public async Task What_is_written_is_there_when_the_write_completes()
    {
        await using var database = Database.Create(Options);

        await database.WriteAsync(connection => Insert(connection, "one"));

        Assert.Equal(["one"], Subjects(database));
    }

    [Fact]
    public async Task Many_writers_at_once_all_get_through_and_a_fault_of_one_is_its_own()
    {
        await using var database = Database.Create(Options);

        var writes = Enumerable
            .Range(0, 500)
            .Select(i =>
                database.WriteAsync(connection =>
                {
                    Insert(connection, $"{i}");
                    if (i % 10 == 0)
                    {
                        throw new InvalidDataException($"{i}");
                    }
                })
            )
            .ToList();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(
            writes.Where((_, i) => i % 10 == 0),
            write => Assert.IsType<InvalidDataException>(write.Exception!.InnerException)
        );
        Assert.All(writes.Where((_, i) => i % 10 != 0), write => Assert.True(write.IsCompletedSuccessfully));
        Assert.Equal(450, Subjects(database).Count);
    }

    [Fact]
    public async Task A_commit_wakes_who_waits_for_the_next_one()
    {
        await using var database = Database.Create(Options);
        var next = database.NextCommit;

        Assert.False(next.IsCompleted);
        await database.WriteAsync(connection => Insert(connection, "one"));

        await next.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_write_waits_for_another_process_that_is_writing()
    {
        await using var database = Database.Create(Options);
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Options.DatabaseFile};Pooling=False"
        );
        await other.OpenAsync();
        await other.ExecuteAsync("BEGIN IMMEDIATE");
        Insert(other, "theirs");
        var waiting = database.WriteAsync(connection => Insert(connection, "ours"));
        // That it has come to the lock cannot be seen from outside; without waiting it would have failed by then.
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.WaitAsync(TimeSpan.FromMilliseconds(300)));
        await other.ExecuteAsync("COMMIT");

        await waiting;
        Assert.Equal(["theirs", "ours"], Subjects(database));
    }

    [Fact]
    public async Task What_is_written_quietly_wakes_only_who_waits_for_any_commit()
    {
        await using var database = Database.Create(Options);
        var any = database.NextCommit;
        var loud = database.NextLoudCommit;

        await database.WriteQuietlyAsync(connection => connection.Execute("DELETE FROM acts"));
        await any.WaitAsync(TimeSpan.FromSeconds(30));
        await database.WriteQuietlyAsync(connection => connection.Execute("DELETE FROM acts"));
        Assert.False(loud.IsCompleted);

        await database.WriteAsync(connection => Insert(connection, "one"));
        await loud.WaitAsync(TimeSpan.FromSeconds(30));
    }

    // A full disk has SQLite undo the whole transaction in the middle of a batch: what comes behind must not be committed by itself,
    // and nobody may be told that it was.
    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_of_a_commit_is_told_to_everyone_in_it()
    {
        await using var database = Database.Create(Options);
        await database.WriteAsync(connection => Insert(connection, "before"));
        using var begun = new ManualResetEventSlim();
        using var together = new ManualResetEventSlim();
        var first = database.WriteAsync(_ =>
        {
            begun.Set();
            together.Wait();
        });
        begun.Wait();
        var full = database.WriteAsync(connection =>
        {
            var pages = connection.ExecuteScalar<long>("PRAGMA page_count");
            connection.Execute($"PRAGMA max_page_count = {pages + 1}");
        });
        var writes = Enumerable
            .Range(0, 20)
            .Select(i => database.WriteAsync(connection => Insert(connection, $"{i}" + new string('x', 4000))))
            .ToList();
        together.Set();
        await first;
        await Task.WhenAll([full, .. writes]).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(writes, write => Assert.IsType<StorageException>(write.Exception!.InnerException));
        Assert.Equal(["before"], Subjects(database));
        await database.WriteAsync(connection => Insert(connection, "after"));
        Assert.Equal(["before", "after"], Subjects(database));
    }

    [Fact]
    public async Task A_commit_that_fails_is_told_to_everyone_in_it_and_the_next_one_works()
    {
        await using var database = Database.Create(Options);

        await Assert.ThrowsAsync<StorageException>(() =>
            database.WriteAsync(connection => connection.Execute("ROLLBACK"))
        );

        await database.WriteAsync(connection => Insert(connection, "after"));
        Assert.Equal(["after"], Subjects(database));
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using var database = Database.Create(Options);
        using var reader = database.OpenReader();

        Assert.ThrowsAny<Microsoft.Data.Sqlite.SqliteException>(() => Insert(reader, "x"));
    }

    [Fact]
    public async Task A_reader_sees_what_was_committed_since_the_one_before_it()
    {
        await using var database = Database.Create(Options);
        using (var before = database.OpenReader())
        {
            await before.ExecuteAsync("BEGIN DEFERRED");
            Assert.Empty(await before.QueryAsync<string>("SELECT subject FROM acts"));
            await database.WriteAsync(connection => Insert(connection, "one"));
            Assert.Empty(await before.QueryAsync<string>("SELECT subject FROM acts"));
        }

        Assert.Equal(["one"], Subjects(database));
    }

    [Fact]
    public async Task Readers_beside_one_another_are_not_the_same()
    {
        await using var database = Database.Create(Options);
        using var one = database.OpenReader();
        using var other = database.OpenReader();

        Assert.NotSame(one.Handle, other.Handle);
    }

    [Fact]
    public async Task Nothing_has_the_file_open_when_the_database_is_closed()
    {
        await using (var database = Database.Create(Options))
        {
            await database.WriteAsync(connection => Insert(connection, "one"));
            Assert.Single(Subjects(database));
        }

        // The last to close it takes the log in.
        Assert.False(File.Exists(Options.DatabaseFile + "-wal"));
    }

    [Fact]
    public async Task A_second_service_on_the_same_directory_is_refused_until_the_first_has_ended()
    {
        await using (Database.Create(Options))
        {
            Assert.Contains(
                "in use by another",
                Assert.Throws<StorageException>(() => Database.Create(Options)).Message,
                StringComparison.Ordinal
            );
        }

        await using var again = Database.Create(Options);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        await using (var database = Database.Create(Options))
        {
            await database.WriteAsync(connection => connection.Execute("PRAGMA user_version = 9999"));
        }

        Assert.Contains(
            "version 9999",
            Assert.Throws<StorageException>(() => Database.Create(Options)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "version 9999",
            Assert.Throws<StorageException>(() => Database.OpenExisting(Options.DatabaseFile)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        _directory.Write("data/notify-receiver.db", new string('x', 5000));

        Assert.Contains(
            "cannot open the database",
            Assert.Throws<StorageException>(() => Database.Create(Options)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_command_creates_no_database() =>
        Assert.Contains(
            "start the service first",
            Assert.Throws<StorageException>(() => Database.OpenExisting(Options.DatabaseFile)).Message,
            StringComparison.Ordinal
        );

    private static void Insert(Microsoft.Data.Sqlite.SqliteConnection connection, string subject) =>
        connection.Execute("INSERT INTO acts (at, who, act, subject) VALUES ('', '', '', @subject)", new { subject });

    private static List<string> Subjects(Database database)
    {
        using var reader = database.OpenReader();
        return [.. reader.Query<string>("SELECT subject FROM acts ORDER BY seq")];
    }
}
