using NotifyReceiver.Settings.Reloading;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Settings;

/// <summary>A directory of JSON files that people, editors and deployments change in their several ways.</summary>
public sealed class TextWatchTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_has_not_changed_is_nothing_new()
    {
        _directory.Write("d/a.json", "old");
        var watch = Watch();

        Assert.Null(watch.Changed());
        Assert.Null(watch.Changed());
    }

    [Fact]
    public void A_write_within_the_same_tick_of_the_clock_is_seen_though_length_and_time_stay()
    {
        var file = WriteLongAgo("d/a.json", "old");
        var watch = Watch(new ManualClock(new DateTimeOffset(LongAgo).AddSeconds(1)));
        Assert.Null(watch.Changed());

        WriteLongAgo("d/a.json", "new");

        Assert.Equal([new TextFile(file, "new")], watch.Changed()!.Files);
    }

    [Fact]
    public void A_file_that_was_written_long_ago_is_not_opened_again()
    {
        WriteLongAgo("d/a.json", "old");
        var watch = Watch();
        Assert.Null(watch.Changed());

        WriteLongAgo("d/a.json", "new");

        Assert.Null(watch.Changed());
    }

    [Fact]
    public void A_file_that_is_only_touched_is_nothing_new()
    {
        var file = WriteLongAgo("d/a.json", "old");
        var watch = Watch();
        Assert.Null(watch.Changed());

        File.SetLastWriteTimeUtc(file, LongAgo.AddDays(1));

        Assert.Null(watch.Changed());
    }

    [Fact]
    public void A_file_that_another_is_renamed_over_is_seen()
    {
        var file = WriteLongAgo("d/a.json", "old");
        var watch = Watch();
        Assert.Null(watch.Changed());

        File.Move(_directory.Write("d/a.json.tmp", "new"), file, overwrite: true);

        Assert.Equal([new TextFile(file, "new")], watch.Changed()!.Files);
    }

    [Fact]
    public void A_link_that_is_turned_to_a_file_of_the_same_length_and_time_is_seen()
    {
        WriteLongAgo("one", "old");
        WriteLongAgo("two", "new");
        Directory.CreateDirectory(_directory.File("d"));
        File.CreateSymbolicLink(_directory.File("d/a.json"), "../one");
        var watch = Watch();
        Assert.Null(watch.Changed());

        Turn("d/a.json", "../two");

        Assert.Equal("new", Assert.Single(watch.Changed()!.Files).Text);
    }

    [Fact]
    public void A_directory_further_up_that_is_swapped_by_a_link_is_seen_though_the_files_look_alike()
    {
        WriteLongAgo("d/..1/a.json", "old");
        WriteLongAgo("d/..2/a.json", "new");
        Directory.CreateSymbolicLink(_directory.File("d/..data"), "..1");
        File.CreateSymbolicLink(_directory.File("d/a.json"), "..data/a.json");
        var watch = Watch();
        Assert.Null(watch.Changed());

        Turn("d/..data", "..2");

        Assert.Equal("new", Assert.Single(watch.Changed()!.Files).Text);
        Assert.Null(watch.Changed());
    }

    [Fact]
    public void Locks_copies_and_leftovers_of_editors_are_not_meant()
    {
        _directory.Write("d/a.json", "old");
        var watch = Watch();

        foreach (
            var name in new[] { ".a.json.swp", "a.json~", "4913", "._a.json", "~$a.json", "a.json.tmp", "#a.json#" }
        )
        {
            _directory.Write($"d/{name}", "x");
        }
        File.CreateSymbolicLink(_directory.File("d/.#a.json"), "user@host.1234");

        Assert.Null(watch.Changed());
    }

    [Fact]
    public void A_place_that_goes_and_comes_is_seen_both_times_and_each_once()
    {
        _directory.Write("d/a.json", "old");
        var watch = Watch();

        Directory.Move(_directory.File("d"), _directory.File("elsewhere"));
        var gone = watch.Changed()!;
        Assert.False(gone.IsThere);
        Assert.Equal($"there is no directory '{_directory.File("d")}'", gone.Problem);
        Assert.Null(watch.Changed());

        Directory.Move(_directory.File("elsewhere"), _directory.File("d"));
        Assert.True(watch.Changed()!.IsThere);
        Assert.Null(watch.Changed());
    }

    [Fact]
    public void An_empty_directory_is_another_thing_than_none()
    {
        var watch = Watch();

        Directory.CreateDirectory(_directory.File("d"));

        Assert.True(watch.Changed()!.IsThere);
    }

    [Fact]
    public void What_cannot_be_read_says_why_and_is_read_once_it_can()
    {
        var file = _directory.File("d/a.json");
        Directory.CreateDirectory(_directory.File("d"));
        File.CreateSymbolicLink(file, "a.json");
        var watch = Watch();
        Assert.Null(watch.Changed());
        Assert.StartsWith("cannot be read: ", Assert.Single(Place.Read().Files).Problem, StringComparison.Ordinal);

        File.Delete(file);
        WriteLongAgo("d/a.json", "new");

        Assert.Equal([new TextFile(file, "new")], watch.Changed()!.Files);
    }

    [Fact]
    public void A_link_to_nothing_says_so_instead_of_being_left_out()
    {
        Directory.CreateDirectory(_directory.File("d"));
        File.CreateSymbolicLink(_directory.File("d/a.json"), "nowhere");

        Assert.Contains("Could not find file", Assert.Single(Place.Read().Files).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_that_goes_and_comes_is_seen()
    {
        var file = _directory.Write("sites.json", "old");
        var watch = new TextWatch(new TextPlace.OneFile(file).Read(), TimeProvider.System);

        File.Delete(file);
        Assert.Equal($"there is no file '{file}'", watch.Changed()!.Problem);
        Assert.Null(watch.Changed());

        _directory.Write("sites.json", "old");
        Assert.Equal([new TextFile(file, "old")], watch.Changed()!.Files);
    }

    private TextPlace.JsonFilesIn Place => new(_directory.File("d"));

    private TextWatch Watch(TimeProvider? clock = null) => new(Place.Read(), clock ?? TimeProvider.System);

    private string WriteLongAgo(string name, string text)
    {
        var file = _directory.Write(name, text);
        File.SetLastWriteTimeUtc(file, LongAgo);
        return file;
    }

    private void Turn(string link, string target)
    {
        File.Delete(_directory.File(link));
        File.CreateSymbolicLink(_directory.File(link), target);
    }
}
