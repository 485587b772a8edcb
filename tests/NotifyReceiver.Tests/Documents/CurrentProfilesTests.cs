using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents;

/// <summary>The directory of the user's own profiles is changed while the service runs.</summary>
public sealed class CurrentProfilesTests : IDisposable
{
    private const int BuiltIn = 4;

    private readonly TemporaryDirectory _directory = new();
    private readonly CollectingLog<CurrentProfiles> _log = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_new_profile_is_taken_and_told_by_its_name()
    {
        var profiles = Start();

        Write("drop.json", TestProfiles.DropTicket());
        profiles.Refresh();
        profiles.Refresh();

        Assert.Contains("drop-ticket", NamesIn(profiles));
        Assert.Equal(
            $"{_directory.File("profiles")} was read anew: 5 profiles in use; added drop-ticket",
            Assert.Single(_log.Lines)
        );
    }

    [Fact]
    public void What_is_added_replaced_and_removed_is_told_together()
    {
        Write("a.json", TestProfiles.DropTicket("a", "A"));
        Write("b.json", TestProfiles.DropTicket("b", "B"));
        var profiles = Start();

        File.Delete(_directory.File("profiles/a.json"));
        Write("b.json", TestProfiles.DropTicket("b", "Other"));
        Write("c.json", TestProfiles.DropTicket("c", "C"));
        Write("mine.json", TestProfiles.DropTicket("fuel-invoice", "Mine"));
        profiles.Refresh();

        Assert.EndsWith(
            "6 profiles in use; added c; replaced b, fuel-invoice; removed a",
            Assert.Single(_log.Lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_taken_away_gives_the_built_in_profile_back()
    {
        Write("mine.json", TestProfiles.DropTicket("fuel-invoice", "Mine"));
        var profiles = Start();
        Assert.Equal("Mine", RootOf(profiles, "fuel-invoice"));

        File.Delete(_directory.File("profiles/mine.json"));
        profiles.Refresh();

        Assert.Equal("FuelInvoice", RootOf(profiles, "fuel-invoice"));
    }

    [Fact]
    public void One_broken_file_refuses_the_whole_change_with_every_mistake_once()
    {
        Write("a.json", TestProfiles.DropTicket("a", "A"));
        var profiles = Start();
        var before = profiles.Current;

        Write("a.json", TestProfiles.DropTicket("a", "Changed"));
        var half = Write("b.json", "{\n  \"name\": \"b\",\n  \"when\": ");
        var wrong = Write(
            "c.json",
            TestProfiles.DropTicket("c").Replace("TotalVolume", "TotalVolum", StringComparison.Ordinal)
        );
        profiles.Refresh();
        profiles.Refresh();

        Assert.Same(before, profiles.Current);
        Assert.StartsWith($"{half}: line 3: ", profiles.Refusal, StringComparison.Ordinal);
        Assert.Contains(
            $"; {wrong}: rows[0].fields.TotalVolum: ATIONET has no such field",
            profiles.Refusal,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The profiles stay as they were last read, because ",
            Assert.Single(_log.Lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Another_broken_content_is_told_again_and_a_good_one_ends_it()
    {
        var profiles = Start();

        Write("a.json", "{");
        profiles.Refresh();
        Write("a.json", "{ \"name\": 1 }");
        profiles.Refresh();
        Assert.Equal(2, _log.Lines.Count);
        Assert.NotNull(profiles.Refusal);

        Write("a.json", TestProfiles.DropTicket("a"));
        profiles.Refresh();
        Assert.Null(profiles.Refusal);
        Assert.Contains("a", NamesIn(profiles));
    }

    [Fact]
    public void Two_files_of_one_name_are_refused()
    {
        Write("a.json", TestProfiles.DropTicket("a"));
        var profiles = Start();

        var second = Write("b.json", TestProfiles.DropTicket("a"));
        profiles.Refresh();

        Assert.Equal($"{second}: another file there has the name 'a' too", profiles.Refusal);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("id('a')")]
    public void What_the_reader_trips_over_is_refused_and_no_fault(string selector)
    {
        var profiles = Start();

        var file = Write("a.json", TestProfiles.DropTicket().Replace("@Site", selector, StringComparison.Ordinal));
        profiles.Refresh();

        Assert.StartsWith($"{file}: ", profiles.Refusal, StringComparison.Ordinal);
        Assert.Equal(BuiltIn, profiles.Current.Profiles.Count);
    }

    [Fact]
    public void A_directory_that_vanishes_leaves_the_last_good_ones_which_is_said_once()
    {
        Write("a.json", TestProfiles.DropTicket("a"));
        var profiles = Start();

        var directory = _directory.File("profiles");
        Directory.Delete(directory, recursive: true);
        profiles.Refresh();
        profiles.Refresh();
        Assert.Contains("a", NamesIn(profiles));
        Assert.Equal($"there is no directory '{directory}'", profiles.Refusal);
        Assert.Single(_log.Lines);

        Write("b.json", TestProfiles.DropTicket("b"));
        profiles.Refresh();
        Assert.Null(profiles.Refusal);
        Assert.EndsWith("5 profiles in use; added b; removed a", _log.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_never_was_there_is_no_refusal()
    {
        var profiles = Start();

        profiles.Refresh();

        Assert.Null(profiles.Refusal);
        Assert.Equal(BuiltIn, profiles.Current.Profiles.Count);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused_by_its_name()
    {
        Write("a.json", TestProfiles.DropTicket("a"));
        var profiles = Start();

        var loop = _directory.File("profiles/b.json");
        File.CreateSymbolicLink(loop, "b.json");
        profiles.Refresh();

        Assert.StartsWith($"{loop}: cannot be read: ", profiles.Refusal, StringComparison.Ordinal);
        Assert.Contains("a", NamesIn(profiles));
    }

    private string Write(string name, string json) => _directory.Write($"profiles/{name}", json);

    private CurrentProfiles Start()
    {
        var first = ProfileLoading.Find(new ProfileOptions(_directory.File("profiles")));
        Assert.Empty(first.Mistakes);
        return new CurrentProfiles(first, TimeProvider.System, _log);
    }

    private static IEnumerable<string> NamesIn(CurrentProfiles profiles) =>
        profiles.Current.Profiles.Select(profile => profile.Name);

    private static string? RootOf(CurrentProfiles profiles, string name) =>
        profiles.Current.Profiles.Single(profile => profile.Name == name).When.Root;
}
