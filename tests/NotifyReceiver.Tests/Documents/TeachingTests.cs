using System.Net;
using System.Text;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents;

/// <summary>The running service is taught, and mistaught, by files.</summary>
public sealed class TeachingTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private RunningReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await RunningReceiver.StartAsync(_directory);

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_document_of_an_unknown_kind_is_converted_by_a_replay_once_a_profile_for_it_is_there()
    {
        var id = await PostAsync(DropTicket(tank: "1"));
        await _receiver.WaitUntilNotificationIsAsync(id, NotificationState.Quarantined);

        _directory.Write("profiles/drop.json", TestProfiles.DropTicket());
        await ReplayAsync(id);
        await _receiver.WaitUntilNotificationIsAsync(id, NotificationState.Converted);

        Assert.Equal("drop-ticket", _receiver.Notifications.Find(id)!.Profile);
        // 100 gal x 3.785411784 = 378.5411784 l
        Assert.Equal("378.541", Assert.Single(_receiver.Inserts.List(null, 10)).Volume);
    }

    [Fact]
    public async Task A_tank_that_was_missing_is_known_once_it_is_in_the_sites_file()
    {
        _directory.Write("profiles/drop.json", TestProfiles.DropTicket());
        var id = await PostAsync(DropTicket(tank: "7"));
        await _receiver.WaitUntilNotificationIsAsync(id, NotificationState.Quarantined);

        _directory.Write(
            "sites.json",
            TestSites.Json.Replace(
                "{ \"id\": \"2\"",
                "{ \"id\": \"7\", \"number\": \"07\" }, { \"id\": \"2\"",
                StringComparison.Ordinal
            )
        );
        await ReplayAsync(id);
        await _receiver.WaitUntilNotificationIsAsync(id, NotificationState.Converted);

        Assert.Equal("07", Assert.Single(_receiver.Inserts.List(null, 10)).TankNumber);
    }

    [Fact]
    public async Task A_broken_profile_shows_in_health_with_file_and_line_and_what_was_known_goes_on()
    {
        _directory.Write("profiles/drop.json", TestProfiles.DropTicket());
        await _receiver.WaitUntilNotificationIsAsync(await PostAsync(DropTicket("1")), NotificationState.Converted);

        var broken = _directory.Write("profiles/broken.json", "{\n  \"name\": oops\n}");
        var second = await PostAsync(DropTicket("2", product: "DSL"));
        await _receiver.WaitUntilNotificationIsAsync(second, NotificationState.Converted);

        var health = await HealthAsync();
        Assert.Contains("\"status\":\"ready\"", health, StringComparison.Ordinal);
        Assert.Contains(
            $"\"name\":\"profiles\",\"ok\":false,\"detail\":\"the profiles stay as they were last read, because {broken}: line 2: ",
            health,
            StringComparison.Ordinal
        );
        Assert.Contains("\"name\":\"sites\",\"ok\":true", health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_sites_file_shows_in_health_and_the_last_good_one_goes_on()
    {
        var file = _directory.Write("sites.json", "{ \"sites\": [ { } ] }");
        await _receiver.PostSampleAsync(Samples.FuelInvoice);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.DryRun, 2);

        Assert.Contains(
            $"\"name\":\"sites\",\"ok\":false,\"detail\":\"the sites stay as they were last read, because {file}: sites[0].location: is required",
            await HealthAsync(),
            StringComparison.Ordinal
        );
    }

    private static string DropTicket(string tank, string product = "UNL87") =>
        $"""<DropTicket Site="12345"><Drop Tank="{tank}" Product="{product}" Gross="100" At="2026-01-15T04:31:00"/></DropTicket>""";

    private async Task<NotificationId> PostAsync(string document)
    {
        using var response = await _receiver.PostAsync(Encoding.UTF8.GetBytes(document));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return NotificationId.Parse(response.Headers.Location!.ToString().Split('/')[^1])!.Value;
    }

    private Task<bool> ReplayAsync(NotificationId id) =>
        _receiver.Database.WriteAsync(connection => NotificationStore.Replay(connection, id));

    // Read as it is meant: the writer of JSON escapes quotes.
    private async Task<string> HealthAsync() =>
        (await _receiver.Client.GetStringAsync(new Uri(_receiver.Admin, "/health/ready"))).Replace(
            "\\u0027",
            "'",
            StringComparison.Ordinal
        );
}
