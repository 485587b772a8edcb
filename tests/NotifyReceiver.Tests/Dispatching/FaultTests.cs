using Dapper;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching;

/// <summary>When the database fails at the worst moment: after ATIONET has taken a delivery, before that is recorded.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_delivery_whose_acceptance_could_not_be_recorded_is_held_and_not_sent_again()
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
        await receiver.WaitUntilInsertsAreAsync(InsertState.Held, 2);

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

        Assert.All(
            receiver.Notifications.Find(new NotificationId(1))!.Reasons,
            reason => Assert.DoesNotContain(reason, character => char.IsControl(character))
        );
        Assert.Single(receiver.Notifications.Find(new NotificationId(1))!.Reasons);
    }
}
