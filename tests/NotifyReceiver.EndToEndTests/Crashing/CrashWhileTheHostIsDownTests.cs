using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing;

public sealed class CrashWhileTheHostIsDownTests(ITestOutputHelper log)
{
    [Fact(Timeout = Deadline.OfTest)]
    public async Task Each_insert_arrives_once_when_both_are_up_again()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        // The kill may hit a try that is under way; nobody is to be asked about that one.
        installation.LookUpAt(ationet);
        await ationet.StopAsync();
        var program = await installation.StartAsync();

        var answer = await installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        Assert.Equal(202, answer.Status);
        await installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Count == 2 && all[0].Number("attempts") > 0
        );
        await program.KillAsync();
        await ationet.RestartAsync();
        await installation.StartAsync();

        await installation.Listing.WaitForInsertsAsync(2, "accepted");
        var arrived = ationet.Deliveries.OrderBy(delivery => delivery.Tank, StringComparer.Ordinal);
        HandWorked.AssertSame(HandWorked.FuelInvoice, arrived.Select(delivery => delivery.Row));
        Assert.Empty(ationet.Duplicates);
        Assert.Empty(ationet.Violations);
    }
}
