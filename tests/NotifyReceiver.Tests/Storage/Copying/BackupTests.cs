using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Copying;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Storage.Copying;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private StorageOptions Options => new(_directory.File("data"));

    private string Copy => _directory.File("copies/copy.db");

    public BackupTests() => Directory.CreateDirectory(_directory.File("copies"));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_copy_has_all_that_was_committed_when_it_began_and_none_of_what_came_since()
    {
        await using var database = Database.Create(Options);
        await FillAsync(database, 3000);
        var writes = new List<Task>();

        var made = Make(_ => writes.Add(FillAsync(database, 1)));
        await Task.WhenAll(writes);

        Assert.NotEmpty(writes);
        Assert.Equal(3000, Assert.IsType<Backup.Made>(made).Counts["acts"]);
        Assert.Equal(3000, CountIn(Copy));
        Assert.Equal(3000 + writes.Count, CountIn(Options.DatabaseFile));
    }

    [Fact]
    public async Task A_copy_is_one_file_that_only_its_owner_reads()
    {
        await using var database = Database.Create(Options);

        Assert.IsType<Backup.Made>(Make());

        Assert.Equal([Copy], Directory.GetFiles(_directory.File("copies")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        }
    }

    [Fact]
    public async Task What_is_there_is_not_written_over()
    {
        await using var database = Database.Create(Options);
        _directory.Write("copies/copy.db", "precious");

        Assert.Contains("is there already", Refusal(Make()), StringComparison.Ordinal);

        Assert.Equal("precious", await File.ReadAllTextAsync(Copy));
    }

    [Fact]
    public async Task Of_a_copy_that_is_stopped_nothing_is_left()
    {
        await using var database = Database.Create(Options);
        await FillAsync(database, 3000);
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() =>
            Backup.Make(Options.DatabaseFile, Copy, _ => stop.Cancel(), stop.Token)
        );

        Assert.Empty(Directory.GetFiles(_directory.File("copies")));
    }

    [Fact]
    public async Task A_page_that_is_damaged_is_found_and_no_copy_is_left()
    {
        await using (var database = Database.Create(Options))
        {
            await FillAsync(database, 3000);
        }
        Damage.LastPages(Options.DatabaseFile);

        Assert.Contains("damaged", Refusal(Make()), StringComparison.Ordinal);

        Assert.Empty(Directory.GetFiles(_directory.File("copies")));
    }

    [Fact]
    public void Nothing_to_copy_is_told() =>
        Assert.Contains("there is no database at", Refusal(Make()), StringComparison.Ordinal);

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told()
    {
        await using var database = Database.Create(Options);

        var made = Backup.Make(
            Options.DatabaseFile,
            _directory.File("nowhere/copy.db"),
            _ => { },
            CancellationToken.None
        );

        Assert.StartsWith("cannot write '", Refusal(made), StringComparison.Ordinal);
    }

    private Backup Make(Action<CopyProgress>? progress = null) =>
        Backup.Make(Options.DatabaseFile, Copy, progress ?? (_ => { }), CancellationToken.None);

    private static string Refusal(Backup made) => Assert.IsType<Backup.NotMade>(made).Reason;

    private static long CountIn(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        return connection.ExecuteScalar<long>("SELECT count(*) FROM acts");
    }

    private static Task FillAsync(Database database, int rows) =>
        database.WriteAsync(connection =>
        {
            for (var i = 0; i < rows; i++)
            {
                connection.Execute(
                    "INSERT INTO acts (at, who, act, subject) VALUES ('2026-01-16T12:00:00.000Z', '', '', @subject)",
                    new { subject = i.ToString(CultureInfo.InvariantCulture).PadRight(4000) }
                );
            }
        });
}
