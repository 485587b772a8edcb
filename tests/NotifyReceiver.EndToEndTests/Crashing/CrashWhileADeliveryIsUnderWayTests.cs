using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing;

public sealed class CrashWhileADeliveryIsUnderWayTests(ITestOutputHelper log)
{
    private static readonly TimeSpan UntilAfterTheKill = TimeSpan.FromMinutes(10);

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_delivery_that_the_host_does_not_have_is_held_until_an_operator_releases_it()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        await CrashAsync(installation, ationet, AtionetMisbehaviour.Slow(UntilAfterTheKill));

        await AssertHeldAsync(installation);
        Assert.DoesNotContain(ationet.Deliveries, delivery => delivery.Tank == "01");

        var confirmed = await installation.RunAsync("release", "i1");
        Assert.Equal(0, confirmed.ExitCode);
        await installation.Listing.WaitForInsertsAsync(2, "accepted");
        Assert.Single(ationet.Deliveries, delivery => delivery.Tank == "01");
        Assert.Empty(ationet.Duplicates);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_delivery_that_the_host_has_already_is_held_and_not_sent_a_second_time()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        await CrashAsync(installation, ationet, AtionetMisbehaviour.SlowAfterStoring(UntilAfterTheKill));

        await AssertHeldAsync(installation);
        Assert.Single(ationet.Deliveries, delivery => delivery.Tank == "01");
        Assert.Empty(ationet.Duplicates);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(true, "ATIONET has it", new[] { "insert", "verify" })]
    [InlineData(false, "ATIONET does not have it", new[] { "insert", "verify", "insert" })]
    public async Task A_delivery_is_looked_up_where_that_is_allowed_and_nobody_is_asked(
        bool hasIt,
        string found,
        string[] purposes
    )
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.LookUpAt(ationet);
        var how = hasIt
            ? AtionetMisbehaviour.SlowAfterStoring(UntilAfterTheKill)
            : AtionetMisbehaviour.Slow(UntilAfterTheKill);
        ationet.Misbehave(how with { Times = 1 });
        await KillWhileSendingAsync(installation, ationet, Samples.FuelInvoice);

        await installation.StartAsync();

        await installation.Listing.WaitForInsertsAsync(2, "accepted");
        HandWorked.AssertSame(
            HandWorked.FuelInvoice,
            ationet
                .Deliveries.OrderBy(delivery => delivery.Tank, StringComparer.Ordinal)
                .Select(delivery => delivery.Row)
        );
        var attempts = (await installation.Listing.ShowAsync("i1")).Items("attempts");
        Assert.Equal(purposes, await installation.Listing.PurposesAsync("i1"));
        Assert.Contains("the outcome was not recorded", attempts[0].Text("detail"), StringComparison.Ordinal);
        Assert.StartsWith(found, attempts[1].Text("found"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_reading_is_simply_sent_again()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        ationet.Misbehave(AtionetMisbehaviour.Slow(UntilAfterTheKill) with { Times = 1 });
        await KillWhileSendingAsync(installation, ationet, Samples.TankReadings);

        await installation.StartAsync();

        await installation.Listing.WaitForInsertsAsync(2, "accepted");
        Assert.Equal(2, ationet.Inventories.Count);
    }

    private static async Task CrashAsync(
        Installation installation,
        AtionetSimulator ationet,
        AtionetMisbehaviour misbehaviour
    )
    {
        ationet.Misbehave(misbehaviour with { Times = 1, Tank = "01" });
        await KillWhileSendingAsync(installation, ationet, Samples.FuelInvoice);
        await installation.StartAsync();
        await installation.Listing.WaitForAsync(
            Listing.Inserts,
            all =>
                all.Select(insert => insert.Text("state")).SequenceEqual(["held", "accepted"], StringComparer.Ordinal)
        );
    }

    private static async Task KillWhileSendingAsync(Installation installation, AtionetSimulator ationet, string sample)
    {
        installation.SendTo(ationet);
        var program = await installation.StartAsync();
        var answer = await installation.Curl.PostSampleAsync(sample);
        Assert.Equal(202, answer.Status);
        await ationet.WaitForAsync(host => host.HeldRequests == 1, Deadline.OfWait);
        await program.KillAsync();
    }

    private static async Task AssertHeldAsync(Installation installation)
    {
        var shown = await installation.RunAsync("show", "i1");
        Assert.Contains("i1  held", shown.Output, StringComparison.Ordinal);
        Assert.Contains("its outcome was not recorded", shown.Output, StringComparison.Ordinal);
        var replay = await installation.RunAsync("replay", "i1");
        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("release i1", replay.Error, StringComparison.Ordinal);
    }
}
