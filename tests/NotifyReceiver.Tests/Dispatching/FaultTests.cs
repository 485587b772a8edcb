using Dapper;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching;

public sealed class FaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_outcome_that_could_not_be_recorded_is_recorded_as_soon_as_it_can_be_and_nothing_is_sent_twice()
    {
        using var directory = new TemporaryDirectory();
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var receiver = await RunningReceiver.StartAsync(
            directory,
            Setting.Of("Ationet:BaseUrl", ationet.BaseUrl),
            Setting.Of("Ationet:UserName", ationet.Options.UserName),
            Setting.Of("Ationet:Password", ationet.Options.Password),
            Setting.Of("Logging:LogLevel:Default", "None")
        );
        await receiver.Database.WriteAsync(connection =>
        {
            connection.Execute(
                """
                CREATE TRIGGER broken BEFORE UPDATE ON requests WHEN NEW.outcome = 'accepted'
                BEGIN SELECT RAISE(ABORT, 'the disk is tired'); END
                """
            );
        });

        await receiver.PostSampleAsync(Samples.FuelInvoice);
        await ationet.WaitForAsync(it => it.Deliveries.Count == 1, Patience);
        await receiver.Database.WriteAsync(connection => connection.Execute("DROP TRIGGER broken"));
        await receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal(2, ationet.Deliveries.Count);
        Assert.Empty(ationet.Duplicates);
    }

    [Fact]
    public async Task A_document_whose_inserts_cannot_be_written_is_set_aside_and_those_behind_it_go_on()
    {
        using var directory = new TemporaryDirectory();
        await using var receiver = await RunningReceiver.StartAsync(
            directory,
            Setting.Of("Logging:LogLevel:Default", "None")
        );
        await receiver.Database.WriteAsync(connection =>
            connection.Execute(
                """
                CREATE TRIGGER broken BEFORE INSERT ON inserts WHEN NEW.kind = 'delivery'
                BEGIN SELECT RAISE(ABORT, 'not this one'); END
                """
            )
        );

        await receiver.PostSampleAsync(Samples.FuelInvoice);
        await receiver.PostSampleAsync(Samples.TankReadings);
        await receiver.WaitUntilInsertsAreAsync(InsertState.DryRun, 2);
        await receiver.WaitUntilNotificationIsAsync(new NotificationId(1), NotificationState.Quarantined);

        Assert.Contains(
            "not this one",
            Assert.Single(receiver.Notifications.Find(new NotificationId(1))!.Reasons),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_replay_that_ends_in_quarantine_tells_what_an_earlier_conversion_still_has_to_send()
    {
        using var directory = new TemporaryDirectory();
        await using var ationet = await AtionetSimulator.StartAsync();
        ationet.Misbehave(AtionetMisbehaviour.Status(400));
        await using var receiver = await RunningReceiver.StartAsync(
            directory,
            Setting.Of("Ationet:BaseUrl", ationet.BaseUrl),
            Setting.Of("Ationet:UserName", ationet.Options.UserName),
            Setting.Of("Ationet:Password", ationet.Options.Password)
        );
        var id = await receiver.PostSampleAsync(Samples.FuelInvoice);
        await receiver.WaitUntilInsertsAreAsync(InsertState.Refused, 2);
        directory.Write("sites.json", TestSites.Json.Replace("\"UNL87\"", "\"OTHER\"", StringComparison.Ordinal));

        await receiver.Database.WriteAsync(connection => NotificationStore.Replay(connection, id));
        await receiver.WaitUntilNotificationIsAsync(id, NotificationState.Quarantined);

        Assert.Equal(
            "i1, i2 of an earlier conversion stay as they are, and are sent if they are pending",
            receiver.Notifications.Find(id)!.Reasons[^1]
        );
    }

    [Fact]
    public async Task Control_characters_of_a_document_do_not_reach_the_reasons_that_people_read()
    {
        using var directory = new TemporaryDirectory();
        await using var receiver = await RunningReceiver.StartAsync(directory);

        await receiver.PostAsync(Samples.With(Samples.FuelInvoice, "<TankID>1<", "<TankID>1\n\u009b2J<"));
        await receiver.WaitUntilNotificationIsAsync(new NotificationId(1), NotificationState.Quarantined);

        var reason = Assert.Single(receiver.Notifications.Find(new NotificationId(1))!.Reasons);
        Assert.All(reason, character => Assert.False(char.IsControl(character)));
    }
}
