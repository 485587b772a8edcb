using Dapper;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Simulators.Ationet;
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
                CREATE TRIGGER broken BEFORE UPDATE ON attempts WHEN NEW.outcome = 'accepted'
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
