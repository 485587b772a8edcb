using System.Net;
using System.Text.Json;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching;

/// <summary>Each sample document, in each shape of notification, arrives at ATIONET with the values worked by hand.</summary>
public sealed class ShapesOnTheRoadTests
{
    private const string Directory = "5127/12345/documents/20260115/";

    public static TheoryData<string> Shapes => [.. Notified.Shapes];

    public static TheoryData<string, string> DocumentsInEachShape
    {
        get
        {
            string[] documents =
            [
                Samples.FuelInvoice,
                Samples.TankReadings,
                Samples.TankProductMovement,
                Samples.StickReadings,
            ];
            var all = new TheoryData<string, string>();
            foreach (var shape in Notified.Shapes)
            {
                foreach (var document in documents)
                {
                    all.Add(shape, document);
                }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(DocumentsInEachShape))]
    public async Task It_arrives_with_the_values_worked_by_hand(string shape, string document)
    {
        await using var road = await Road.StartAsync();
        // A name with all that must be escaped on the way.
        var path = road.Petrosoft.Publish("12345", "any", Directory, $"a +(1)%20ä&{document}", Samples.Bytes(document));

        // Amazon SNS sends its JSON as plain text.
        using var answer = await road.Receiver.PostAsync(
            Notified.Of(shape, path, Samples.Bytes(document)),
            "text/plain; charset=UTF-8"
        );
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        HandWorked.AssertSame(
            Expected(document),
            road.Ationet.Deliveries.Concat(road.Ationet.Inventories).Select(row => row.Row).OrderBy(TankOf)
        );
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task An_invoice_of_charges_alone_yields_nothing_in_any_shape(string shape)
    {
        await using var road = await Road.StartAsync();
        var path = road.Petrosoft.Publish("12345", "any", Directory, "b.xml", Samples.Bytes(Samples.ChargesOnly));

        await road.Receiver.PostAsync(Notified.Of(shape, path, Samples.Bytes(Samples.ChargesOnly)));
        await road.Receiver.WaitUntilAsync(it => it.Notifications.List(NotificationState.Converted, 10).Count == 1);

        Assert.Empty(road.Receiver.Inserts.List(null, 10));
    }

    private static IReadOnlyList<JsonElement> Expected(string document) =>
        document switch
        {
            Samples.FuelInvoice => HandWorked.FuelInvoice,
            Samples.TankReadings => HandWorked.TankReadings,
            Samples.TankProductMovement => HandWorked.TankProductMovement,
            _ => HandWorked.StickReadings,
        };

    private static string? TankOf(JsonElement row) => row.GetProperty("TankNumber").GetString();
}
