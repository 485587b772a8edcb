using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing;

public sealed class CrashWhileTheHostIsDownTests(ITestOutputHelper log)
{
    private static readonly TimeSpan LongEnoughToKill = TimeSpan.FromSeconds(0.5);

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Each_insert_arrives_once_when_both_are_up_again()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        await ationet.StopAsync();
        var program = await installation.StartAsync();

        var answer = await installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        Assert.Equal(202, answer.Status);
        await installation.Listing.WaitForAsync(Listing.Inserts, all => all.Count == 2 && all.All(WaitsForLater));
        await program.KillAsync();
        await ationet.RestartAsync();
        await installation.StartAsync();

        await installation.Listing.WaitForInsertsAsync(2, "accepted");
        // Each waits for a time of its own, so either may come first.
        var arrived = ationet.Deliveries.OrderBy(delivery => delivery.Tank, StringComparer.Ordinal);
        HandWorked.AssertSame(HandWorked.FuelInvoice, arrived.Select(delivery => delivery.Row));
        Assert.Empty(ationet.Duplicates);
        Assert.Empty(ationet.Violations);
    }

    // Tried, and not about to be tried again: the kill is sure to find nothing under way.
    private static bool WaitsForLater(JsonElement insert) =>
        insert.Text("state") == "pending"
        && insert.Number("attempts") > 0
        && insert.GetProperty("dueAt").GetDateTimeOffset() - DateTimeOffset.UtcNow > LongEnoughToKill;
}
