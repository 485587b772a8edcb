using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Teaching;

/// <summary>A service that runs learns new kinds of documents as an operator teaches them, and is never restarted.</summary>
public sealed class TaughtKindTests(ITestOutputHelper log) : IAsyncLifetime
{
    private readonly Installation _installation = new(log);
    private AtionetSimulator _ationet = null!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync();
        _installation.SendTo(_ationet);
        Directory.CreateDirectory(_installation.Directory.PathOf("profiles"));
        await _installation.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _installation.DisposeAsync();
        await _ationet.DisposeAsync();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Quarantined_documents_of_new_kinds_arrive_once_their_profiles_are_there()
    {
        await PostAndWaitAsync();

        _installation.Directory.Write("profiles/load.json", await DraftAndFinishAsync("n1"));
        _installation.Directory.Write("profiles/levels.json", UnknownKinds.LevelsProfile);
        var check = await _installation.RunAsync("profiles", "check");
        var replay = await _installation.RunAsync("replay", "--quarantined", "--reason", "no profile recognises");

        Assert.Equal(
            "profiles/levels.json: is in order, profile levels\nprofiles/load.json: is in order, profile load\n",
            check.Output
        );
        Assert.Equal(
            "4 quarantined notifications whose reasons have 'no profile recognises' will be converted anew: n1, n2, n3, n4\n",
            replay.Output
        );
        await _installation.Listing.WaitForInsertsAsync(4, "accepted");
        // 100 usgal x 3.785411784 = 378.5411784 l, and twice and ten times as much.
        Assert.Equal(
            [("T-1", 378.541m), ("T-2", 757.082m), ("T-3", 3785.412m)],
            _ationet.Deliveries.Select(delivery => (delivery.InvoiceNumber!, delivery.Volume!.Value))
        );
        // 6098.4 usgal = 23084.9552... l; (58.1 - 32) x 5 / 9 = 14.5; 02:58:30 UTC is 21:58:30 of the day before in New York.
        var reading = Assert.Single(_ationet.Inventories);
        Assert.Equal(("01", "001", "2026/01/15 21:58:30"), (reading.Tank, reading.Product, reading.DateTime));
        Assert.Equal((23084.955m, 14.5m), (reading.Volume, reading.Number("Temperature")));
        Assert.Empty(_ationet.Violations);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task An_operator_sees_field_by_field_what_becomes_of_a_document_before_it_is_replayed()
    {
        await PostAndWaitAsync();
        var before = await _installation.RunAsync("convert", "n1", "--explain");

        _installation.Directory.Write("profiles/load.json", await DraftAndFinishAsync("n1"));
        var after = await _installation.RunAsync("convert", "n1", "--explain");

        Assert.Equal(1, before.ExitCode);
        Assert.Contains(
            "not       fuel-invoice: its root is 'LoadReport', not",
            before.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("no profile recognises this document", before.Error, StringComparison.Ordinal);
        Assert.Equal(0, after.ExitCode);
        var lines = after.Output.Split('\n');
        AssertLine(lines, "profile", "load: its root is 'LoadReport', it has Drop");
        AssertLine(lines, "FIELD", "SELECTOR", "DOCUMENT", "CONVERSION", "RESULT");
        AssertLine(lines, "location", "Header/Site", "12345", "-", "12345");
        AssertLine(lines, "TankNumber", "Where", "1", "the site's number", "01");
        AssertLine(lines, "ProductCode", "Grade", "UNL87", "the site's code", "001");
        AssertLine(lines, "CreatedDateTime", "At", "2026-01-15T04:31:00", "-", "2026/01/15 04:31:00");
        AssertLine(lines, "TotalVolume", "Gallons", "100", "usgal → l, 3 decimals", "378.541");
        Assert.Contains("\"TotalVolume\":378.541,", after.Output, StringComparison.Ordinal);
        // It only shows: nothing has been replayed.
        await _installation.Listing.WaitForNotificationAsync("n1", "quarantined");
        Assert.Empty(_ationet.Requests);
    }

    private async Task PostAndWaitAsync()
    {
        string[] bodies =
        [
            UnknownKinds.LoadReport("T-1", "100"),
            UnknownKinds.LoadReport("T-2", "200"),
            UnknownKinds.LoadReport("T-3", "1000"),
            UnknownKinds.Levels,
        ];
        foreach (var body in bodies)
        {
            var type = body.StartsWith('<') ? Samples.Xml : Samples.Json;
            var id = await _installation.Curl.PostTextAsync(body, type);
            var notification = await _installation.Listing.WaitForNotificationAsync(id, "quarantined");
            Assert.Contains("no profile recognises this document", notification.Reasons(), StringComparison.Ordinal);
        }
    }

    private async Task<string> DraftAndFinishAsync(string id)
    {
        var body = await _installation.RunAsync("show", id, "--body");
        _installation.Directory.Write("load.xml", body.OutputBytes.ToArray());
        var draft = await _installation.RunAsync("profiles", "draft", "load.xml");
        Assert.Equal(0, draft.ExitCode);
        return UnknownKinds.Finished(draft.Output);
    }

    private static void AssertLine(IEnumerable<string> lines, params string[] cells) =>
        Assert.Contains(
            lines,
            line =>
                line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .SequenceEqual(cells, StringComparer.Ordinal)
        );
}
