using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching;

/// <summary>What catch-up could not have goes the way of what a call names.</summary>
public sealed class NamedByCatchUpTests
{
    private const string Directory = "5127/12345/fuel-invoice/20260115/";

    [Fact]
    public async Task It_is_quarantined_with_the_reason_and_a_replay_fetches_it_whatever_calls_name_documents_by()
    {
        await using var road = await Road.StartAsync(
            new ManualClock(),
            Setting.Of("Notifications:PathMembers:0", "key"),
            Setting.Of("Notifications:TypeMembers:0", "kind"),
            Setting.Of("Notifications:BusinessUnitMembers:0", "station")
        );
        var id = new NotificationId(1);
        var path = road.Petrosoft.Publish(
            "12345",
            "fuel-invoice",
            Directory,
            "a.xml",
            "PK\u0003\u0004broken"u8.ToArray()
        );

        var result = await road
            .Receiver.Services.GetRequiredService<CatchUp>()
            .RunAsync(
                new CatchUpSubject(TestSites.MainStreet, "fuel-invoice", new DateOnly(2026, 1, 15)),
                isDryRun: false,
                _ => { },
                CancellationToken.None
            );
        await road.Receiver.WaitUntilNotificationIsAsync(id, NotificationState.Quarantined);
        var reasons = road.Receiver.Notifications.Find(id)!.Reasons;
        road.Petrosoft.Publish("12345", "fuel-invoice", Directory, "a.xml", Samples.Bytes(Samples.FuelInvoice));
        await road.Receiver.Database.WriteAsync(connection => NotificationStore.Replay(connection, id));
        await road.Receiver.WaitUntilNotificationIsAsync(id, NotificationState.Fetched);
        await road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal(1, result.Progress.Named);
        Assert.StartsWith($"{path}: ", Assert.Single(reasons), StringComparison.Ordinal);
        var document = road.Receiver.Notifications.Find(new NotificationId(2))!;
        Assert.Equal((path, "fuel-invoice", "12345"), (document.Path, document.DocumentType, document.BusinessUnit));
    }
}
