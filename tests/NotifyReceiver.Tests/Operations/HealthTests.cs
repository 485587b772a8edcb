using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Operations;

public sealed class HealthTests : IAsyncLifetime
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
    public async Task The_probes_answer_on_the_admin_door()
    {
        Assert.Equal("""{"status":"live"}""", await Get(_receiver.Admin, "/health/live"));
        Assert.Contains("\"status\":\"ready\"", await Get(_receiver.Admin, "/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_door_has_its_own_pages_alone()
    {
        using var health = await _receiver.Client.GetAsync(new Uri(_receiver.Webhook, "/health/live"));
        using var webhook = await _receiver.Client.PostAsync(
            new Uri(_receiver.Admin, "/petrosoft/notifications"),
            new StringContent("<a/>")
        );

        Assert.Equal(HttpStatusCode.NotFound, health.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, webhook.StatusCode);
    }

    [Fact]
    public async Task A_destination_that_refuses_the_credentials_shows_and_leaves_the_service_ready()
    {
        await using var road = await Road.StartAsync();
        road.Ationet.Misbehave(AtionetMisbehaviour.Status(401));
        await road.Receiver.PostSampleAsync(Samples.TankReadings);
        await road.Receiver.WaitUntilAsync(it => it.Inserts.List(null, 1) is [{ Reason: not null }]);

        var ready = await Get(road.Receiver.Admin, "/health/ready");

        Assert.Contains("\"status\":\"ready\"", ready, StringComparison.Ordinal);
        Assert.Contains(
            "default: nothing is sent, because ATIONET refused the credentials: HTTP 401",
            ready,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_account_that_petrosoft_refuses_shows_with_what_could_not_be_caught_up_with()
    {
        await using var road = await Road.StartAsync(
            clock: null,
            Setting.Of("Petrosoft:Password", "wrong"),
            Setting.Of("CatchUp:IntervalMinutes", "60")
        );
        var store = road.Receiver.Services.GetRequiredService<CatchUpStore>();
        await road.Receiver.WaitUntilAsync(_ => store.Watermarks().Count(it => it.Failure is not null) == 2);

        var ready = await Get(road.Receiver.Admin, "/health/ready");
        Assert.Contains("\"status\":\"ready\"", ready, StringComparison.Ordinal);
        Assert.Contains("nothing is fetched, because Petrosoft refused the account", ready, StringComparison.Ordinal);
        Assert.Contains("2 of the stations\u0027 lists are not caught up with", ready, StringComparison.Ordinal);
        road.Petrosoft.Reset();
    }

    [Fact]
    public async Task A_commit_that_failed_makes_it_unready_until_one_succeeds()
    {
        var file = _directory.File("data/notify-receiver.db");
        var away = _directory.File("away.db");
        await Assert.ThrowsAsync<StorageException>(() =>
            _receiver.Database.WriteAsync(connection =>
            {
                File.Move(file, away);
                connection.Execute("ROLLBACK");
            })
        );

        using (var unready = await _receiver.Client.GetAsync(new Uri(_receiver.Admin, "/health/ready")))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
            Assert.Contains(
                "cannot open the database",
                await unready.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
        File.Move(away, file);

        Assert.Contains("\"status\":\"ready\"", await Get(_receiver.Admin, "/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_commit_makes_it_unready()
    {
        await _receiver.Database.DisposeAsync();

        using var response = await _receiver.Client.GetAsync(new Uri(_receiver.Admin, "/health/ready"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    private Task<string> Get(Uri door, string path) => _receiver.Client.GetStringAsync(new Uri(door, path));
}
