using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing;

public sealed class CrashUnderLoadTests(ITestOutputHelper log)
{
    private const int Acknowledged = 200;

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_was_acknowledged_is_kept_and_arrives_and_nothing_arrives_twice()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        var program = await installation.StartAsync();
        using var posters = new Posters(installation, Acknowledged);

        var posting = posters.PostUntilTheServiceIsGoneAsync();
        await Task.WhenAny(posters.Enough, posting);
        await program.KillAsync();
        var promised = await posting;
        await installation.StartAsync();

        await AssertKeptAsync(installation, promised);
        var inserts = await installation.Listing.WaitForAsync(Listing.Inserts, all => all.All(IsSettled));
        await DecideHeldOnesAsync(installation, ationet, inserts);
        Assert.Equal(
            inserts.Select(insert => insert.Text("invoiceNumber")).Order(StringComparer.Ordinal),
            ationet.Deliveries.Select(delivery => delivery.InvoiceNumber).Order(StringComparer.Ordinal)
        );
    }

    private static bool IsSettled(JsonElement insert) => insert.Text("state") is "accepted" or "held";

    private static async Task AssertKeptAsync(Installation installation, IReadOnlyDictionary<string, string> promised)
    {
        var stored = await installation.Listing.WaitForAsync(
            Listing.Notifications,
            all => all.All(notification => notification.Text("state") == "converted")
        );
        var inserts = await installation.Listing.GetAsync(Listing.Inserts);
        var invoiceOf = inserts.ToDictionary(insert => insert.Text("id"), insert => insert.Text("invoiceNumber"));
        var kept = stored.ToDictionary(
            notification => notification.Text("id"),
            notification => invoiceOf[Assert.Single(notification.Items("inserts")).Text("id")]
        );
        Assert.True(promised.Count >= Acknowledged);
        Assert.All(promised, call => Assert.Equal(call.Value, kept.GetValueOrDefault(call.Key)));
    }

    // One is sent at a time, so the kill leaves one in doubt at most; the operator looks at the host and decides.
    private static async Task DecideHeldOnesAsync(
        Installation installation,
        AtionetSimulator ationet,
        IReadOnlyList<JsonElement> inserts
    )
    {
        var held = inserts.Where(insert => insert.Text("state") == "held").ToList();
        Assert.True(held.Count <= 1, $"{held.Count} are held.\n{installation.Transcript}");
        foreach (var insert in held)
        {
            if (ationet.Deliveries.Any(delivery => delivery.InvoiceNumber == insert.Text("invoiceNumber")))
            {
                continue;
            }
            var replay = await installation.RunAsync("release", insert.Text("id"));
            Assert.Equal(0, replay.ExitCode);
            await installation.Listing.WaitForInsertsAsync(inserts.Count, "accepted");
        }
    }
}
