using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Storage.Copying;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Storage;

/// <summary>What is the matter with the file is told in one line that says what to do, and the file stays as it is.</summary>
public sealed class FileFaultTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private StorageOptions Options => new(_directory.File("data"));

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("CREATE TABLE albums (id INTEGER)")]
    [InlineData("CREATE TABLE albums (id INTEGER); PRAGMA user_version = 2")]
    public void The_database_of_another_program_is_left_as_it_is(string theirs)
    {
        Directory.CreateDirectory(Options.DataDirectory);
        using var connection = new SqliteConnection($"Data Source={Options.DatabaseFile};Pooling=False");
        connection.Execute(theirs);

        AssertOneLine("is the database of another program", () => Database.Create(Options));
        AssertOneLine("is the database of another program", () => Database.OpenExisting(Options.DatabaseFile));

        Assert.Equal("albums", connection.QuerySingle<string>("SELECT name FROM sqlite_master"));
    }

    [Fact]
    public async Task A_header_that_is_damaged_is_told_with_the_way_out()
    {
        await Database.Create(Options).DisposeAsync();
        Damage.Header(Options.DatabaseFile);

        AssertOneLine("restore the last good copy ('notify-receiver restore FILE')", () => Database.Create(Options));
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_not_taken_for_one_in_use()
    {
        _directory.Write("data", "a file");

        AssertOneLine("cannot write in Receiver:DataDirectory", () => Database.Create(Options));
    }

    [Fact]
    public async Task A_page_that_is_found_to_be_damaged_is_told_until_the_file_is_replaced()
    {
        await using (var whole = Database.Create(Options))
        {
            await ActAsync(whole, 1000);
        }
        Damage.LastPages(Options.DatabaseFile);
        await using var database = Database.Create(Options);
        Assert.Null(await database.WriteTroubleAsync());

        await Assert.ThrowsAsync<StorageException>(() => ActAsync(database, 1000));

        Assert.Contains("is damaged", await database.WriteTroubleAsync(), StringComparison.Ordinal);
        Assert.Contains("is damaged", await database.WriteTroubleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_a_reader_finds_to_be_damaged_is_told_too()
    {
        await using var database = Database.Create(Options);

        database.Hear(new SqliteException("malformed", SQLitePCL.raw.SQLITE_BUSY));
        Assert.Null(await database.WriteTroubleAsync());
        database.Hear(new SqliteException("malformed", SQLitePCL.raw.SQLITE_CORRUPT));

        Assert.Contains("is damaged", await database.WriteTroubleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_failed_is_told_until_one_that_writes_succeeds()
    {
        await using var database = Database.Create(Options);
        await Assert.ThrowsAsync<StorageException>(() =>
            database.WriteAsync(connection =>
            {
                File.Move(Options.DatabaseFile, _directory.File("away.db"));
                connection.Execute("ROLLBACK");
            })
        );

        Assert.Contains("see that it is there", await database.WriteTroubleAsync(), StringComparison.Ordinal);
        Assert.Contains("see that it is there", await database.WriteTroubleAsync(), StringComparison.Ordinal);
        File.Move(_directory.File("away.db"), Options.DatabaseFile);

        Assert.Null(await database.WriteTroubleAsync());
        await ActAsync(database, 1);
    }

    private static void AssertOneLine(string part, Func<Database> open)
    {
        var message = Assert.Throws<StorageException>(open).Message;
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static Task ActAsync(Database database, int rows) =>
        database.WriteAsync(connection =>
        {
            for (var i = 0; i < rows; i++)
            {
                connection.Execute(
                    "INSERT INTO acts (at, who, act, subject) VALUES ('2026-01-16T12:00:00.000Z', '', '', @subject)",
                    new { subject = i.ToString(CultureInfo.InvariantCulture).PadRight(400) }
                );
            }
        });
}
