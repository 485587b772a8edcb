using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching;

public sealed class DryRunTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Without_a_host_the_request_is_kept_and_nothing_is_sent()
    {
        await using var receiver = await RunningReceiver.StartAsync(_directory);

        await receiver.PostSampleAsync(Samples.FuelInvoice);
        await receiver.WaitUntilInsertsAreAsync(InsertState.DryRun, 2);

        var attempt = Assert.Single(receiver.Inserts.AttemptsOf(new InsertId(1)));
        Assert.Null(attempt.Address);
        Assert.StartsWith(
            """{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{""",
            attempt.Request,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_tried_dry_is_not_sent_when_a_host_comes_but_by_a_replay()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using (var dry = await RunningReceiver.StartAsync(_directory))
        {
            await dry.PostSampleAsync(Samples.FuelInvoice);
            await dry.WaitUntilInsertsAreAsync(InsertState.DryRun, 2);
        }
        await using var receiver = await RunningReceiver.StartAsync(
            _directory,
            Setting.Of("Ationet:BaseUrl", ationet.BaseUrl),
            Setting.Of("Ationet:UserName", ationet.Options.UserName),
            Setting.Of("Ationet:Password", ationet.Options.Password)
        );
        await receiver.PostSampleAsync(Samples.TankReadings);
        await receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);
        Assert.Empty(ationet.Deliveries);

        await receiver.Database.WriteAsync(connection => NotificationStore.Replay(connection, new NotificationId(1)));
        await receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 4);
        Assert.Equal(2, ationet.Deliveries.Count);
    }
}
