using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Commands;

public sealed class ProfilesTests : IAsyncLifetime
{
    private const string Mine = """
        {
          // written by hand
          "name": "fuel-invoice",
          "when": { "root": "Mine", "has": "Line" },
          "location": "Site",
          "rows": [ { "yields": "inventories", "select": "Line", "fields": { "Volume": "V" } } ]
        }
        """;

    private const string Broken = "{\n  \"name\": oops\n}\n";

    private readonly Installation _installation;

    public ProfilesTests(ITestOutputHelper log)
    {
        _installation = new Installation(log);
        Directory.CreateDirectory(_installation.Directory.PathOf("profiles"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("profiles")]
    [InlineData("profiles", "list")]
    public async Task The_profiles_in_use_are_listed_with_where_they_come_from_and_what_they_recognise(
        params string[] command
    )
    {
        _installation.Directory.Write("profiles/mine.json", Mine);

        var run = await _installation.RunAsync(command);

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("NAME", lines[0], StringComparison.Ordinal);
        Assert.Matches(
            "^fuel-invoice +profiles/mine.json, replaces the built-in +inventories +root Mine, has Line$",
            lines[1]
        );
        Assert.Matches("^tank-readings +built-in +inventories +root document, has ", lines[4]);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_broken_file_is_listed_with_its_mistake_beside_those_in_use_and_fails()
    {
        _installation.Directory.Write("profiles/broken.json", Broken);

        var text = await _installation.RunAsync("profiles");
        var json = await _installation.RunAsync("profiles", "--json");

        Assert.Equal(1, text.ExitCode);
        Assert.Contains("\nprofiles/broken.json: line 2: ", text.Output, StringComparison.Ordinal);
        Assert.Contains("\ntank-readings ", text.Output, StringComparison.Ordinal);
        Assert.Equal(1, json.ExitCode);
        var list = JsonElement.Parse(json.Output);
        Assert.Equal(4, list.Items("profiles").Count);
        Assert.StartsWith(
            "profiles/broken.json: line 2: ",
            Assert.Single(list.Items("problems")).GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Files_are_checked_each_by_itself_or_all_of_the_directory()
    {
        _installation.Directory.Write("profiles/mine.json", Mine);
        var broken = _installation.Directory.Write("broken.json", Broken);

        var good = await _installation.RunAsync("profiles", "check");
        var both = await _installation.RunAsync("profiles", "check", "profiles/mine.json", broken);
        var json = await _installation.RunAsync("profiles", "check", broken, "--json");
        var missing = await _installation.RunAsync("profiles", "check", "nowhere.json", "profiles/mine.json");

        Assert.Equal(0, good.ExitCode);
        Assert.Equal("profiles/mine.json: is in order, profile fuel-invoice\n", good.Output);
        Assert.Equal(1, both.ExitCode);
        Assert.Contains("profiles/mine.json: is in order", both.Output, StringComparison.Ordinal);
        Assert.Contains("\nbroken.json: line 2: ", both.Output, StringComparison.Ordinal);
        Assert.Equal(1, json.ExitCode);
        var entry = Assert.Single(JsonElement.Parse(json.Output).EnumerateArray());
        Assert.Equal("broken.json", entry.Text("file"));
        Assert.StartsWith("line 2: ", Assert.Single(entry.Items("mistakes")).GetString(), StringComparison.Ordinal);
        Assert.Equal(3, missing.ExitCode);
        Assert.Contains("'nowhere.json'", missing.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_profile_is_shown_as_it_stands_so_that_a_copy_is_one_too()
    {
        var shown = await _installation.RunAsync("profiles", "show", "tank-readings");
        _installation.Directory.Write("profiles/copy.json", shown.Output);
        var check = await _installation.RunAsync("profiles", "check");
        _installation.Directory.Write("profiles/copy.json", Mine);
        var mine = await _installation.RunAsync("profiles", "show", "fuel-invoice");
        var none = await _installation.RunAsync("profiles", "show", "nothing");

        Assert.Equal("profiles/copy.json: is in order, profile tank-readings\n", check.Output);
        Assert.Equal(Mine + "\n", mine.Output);
        Assert.Equal(3, none.ExitCode);
        Assert.Contains("there is no profile 'nothing'; there are ", none.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_kind_of_document_is_taught_while_the_service_runs_by_a_draft_of_it()
    {
        const string Document = """
            <DropTicket><StationId>12345</StationId><DeliveredAt>2026-01-15T04:31:00</DeliveredAt>
              <Drop><Tank>1</Tank><Product>UNL87</Product><GrossGallons>100</GrossGallons></Drop></DropTicket>
            """;
        await _installation.StartAsync();
        var id = await _installation.Curl.PostTextAsync(Document, Samples.Xml);
        await _installation.Listing.WaitForNotificationAsync(id, "quarantined");

        var body = await _installation.RunAsync("show", id, "--body");
        _installation.Directory.Write("example.xml", body.Output);
        var draft = await _installation.RunAsync("profiles", "draft", "example.xml", "--name", "drop-ticket");
        _installation.Directory.Write("profiles/drop.json", draft.Output);
        await _installation.RunAsync("replay", id);

        Assert.Equal(0, draft.ExitCode);
        var notification = await _installation.Listing.WaitForNotificationAsync(id, "converted");
        Assert.Equal("drop-ticket", notification.Text("profile"));
        var insert = Assert.Single(await _installation.Listing.WaitForInsertsAsync(1, "dry-run"));
        // 100 usgal x 3.785411784 = 378.5411784 l
        Assert.Equal("378.541", insert.Text("volume"));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_draft_has_the_file_s_name_and_is_none_of_what_is_no_document()
    {
        var text = _installation.Directory.Write("notes.txt", "just words");

        var draft = await _installation.RunAsync("profiles", "draft", Samples.PathOf(Samples.FuelInvoice));
        var noDocument = await _installation.RunAsync("profiles", "draft", text);
        var noFile = await _installation.RunAsync("profiles", "draft", "nowhere.xml");

        Assert.Contains("\n  \"name\": \"fuel-invoice\",\n", draft.Output, StringComparison.Ordinal);
        Assert.Equal(1, noDocument.ExitCode);
        Assert.Contains("notes.txt: the body is neither XML nor JSON", noDocument.Error, StringComparison.Ordinal);
        Assert.Equal(3, noFile.ExitCode);
        Assert.Contains("'nowhere.xml'", noFile.Error, StringComparison.Ordinal);
    }
}
