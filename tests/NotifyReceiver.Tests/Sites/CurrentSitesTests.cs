using Microsoft.Extensions.Configuration;
using NotifyReceiver.Settings;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Loading;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Sites;

/// <summary>The stations' file is changed while the service runs.</summary>
public sealed class CurrentSitesTests : IDisposable
{
    private const string TwoSites = """
        {
          // comments and commas too many are taken here as everywhere
          "sites": [
            { "location": "12345", "terminalCode": "ABC0123456789", "timeZone": "America/New_York" },
            { "location": "777", "terminalCode": "ABC777", "timeZone": "America/Chicago" },
          ]
        }
        """;

    private readonly TemporaryDirectory _directory = new();
    private readonly CollectingLog<CurrentSites> _log = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_good_change_is_taken_and_told_in_one_line()
    {
        var sites = Start(TestSites.Json);

        var file = Write(TwoSites);
        sites.Refresh();
        sites.Refresh();

        Assert.Equal(["12345", "777"], sites.Current.Sites.Select(site => site.Location));
        Assert.Null(sites.Refusal);
        Assert.Equal($"{file} was read anew: 2 sites in use; 1 added, 0 removed, 1 changed", Assert.Single(_log.Lines));
    }

    [Fact]
    public void A_site_that_is_taken_out_is_told_too()
    {
        var sites = Start(TwoSites);

        Write("""{ "sites": [ { "location": "777", "terminalCode": "ABC777", "timeZone": "America/Chicago" } ] }""");
        sites.Refresh();

        Assert.EndsWith(
            "1 sites in use; 0 added, 1 removed, 0 changed",
            Assert.Single(_log.Lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_change_with_a_mistake_is_refused_with_file_and_place_once_and_the_last_good_one_stays()
    {
        var sites = Start(TestSites.Json);
        var before = sites.Current;

        var file = Write(TwoSites.Replace("America/Chicago", "Chicago", StringComparison.Ordinal));
        sites.Refresh();
        sites.Refresh();

        var told =
            $"{file}: sites[1] (location 777).timeZone: 'Chicago' is not an IANA time zone like America/New_York";
        Assert.Same(before, sites.Current);
        Assert.Equal(told, sites.Refusal);
        Assert.Equal($"The sites stay as they were last read, because {told}", Assert.Single(_log.Lines));
    }

    [Fact]
    public void A_file_that_is_half_written_is_refused_with_its_line_and_taken_once_it_is_whole()
    {
        var sites = Start(TestSites.Json);

        var file = Write(TwoSites[..^3]);
        sites.Refresh();
        Assert.StartsWith($"{file}: line 6: ", sites.Refusal, StringComparison.Ordinal);

        Write(TwoSites);
        sites.Refresh();
        Assert.Null(sites.Refusal);
        Assert.Equal(2, sites.Current.Sites.Count);
    }

    [Fact]
    public void A_text_that_is_no_text_is_refused_and_no_fault()
    {
        var sites = Start(TestSites.Json);

        Write(TwoSites.Replace("\"ABC777\"", "\"\\ud800\"", StringComparison.Ordinal));
        sites.Refresh();

        Assert.NotNull(sites.Refusal);
        Assert.Single(sites.Current.Sites);
    }

    [Fact]
    public void A_file_that_vanishes_leaves_the_last_good_one_which_is_said_once()
    {
        var sites = Start(TestSites.Json);

        var file = _directory.File("sites.json");
        File.Delete(file);
        sites.Refresh();
        sites.Refresh();
        Assert.Equal($"there is no file '{file}'", sites.Refusal);
        Assert.Single(sites.Current.Sites);
        Assert.Single(_log.Lines);

        Write(TestSites.Json);
        sites.Refresh();
        Assert.Null(sites.Refusal);
        Assert.EndsWith("0 added, 0 removed, 0 changed", _log.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_without_a_file_has_the_example_until_a_good_one_appears()
    {
        var sites = Start(json: null);
        sites.Refresh();
        Assert.Equal("12345", Assert.Single(sites.Current.Sites).Location);
        Assert.Null(sites.Refusal);
        Assert.Empty(_log.Lines);

        Write("{");
        sites.Refresh();
        Assert.NotNull(sites.Refusal);
        Assert.Equal("12345", Assert.Single(sites.Current.Sites).Location);

        var file = Write(TwoSites);
        sites.Refresh();
        Assert.Equal(2, sites.Current.Sites.Count);
        Assert.Equal($"{file} is there now and was read: 2 sites in use in place of the example", _log.Lines[^1]);

        File.Delete(file);
        sites.Refresh();
        Assert.Equal(2, sites.Current.Sites.Count);
    }

    private string Write(string json) => _directory.Write("sites.json", json);

    private CurrentSites Start(string? json)
    {
        if (json is not null)
        {
            Write(json);
        }
        var settings = new SettingsReader(new ConfigurationBuilder().Build());
        var options = new SiteOptions(_directory.File("sites.json"), IsGiven: false);
        var first = SitesLoading.Load(options, dryRun: true, settings);
        Assert.Empty(settings.Mistakes);
        return new CurrentSites(first, TimeProvider.System, _log);
    }
}
