using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Simulators.Acme.Misbehaving;
using NotifyReceiver.Tests.Certificates.Issuing.Support;
using NotifyReceiver.Tests.Certificates.Renewing.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Renewing;

/// <summary>The loop itself.</summary>
public sealed class RenewalWorkerTests
{
    [Fact]
    public async Task Without_a_certificate_it_begins_at_once()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        using var worker = process.Worker(new Started(), world.Clock);

        await worker.StartAsync(default);

        await Eventually.TrueAsync(() => process.Lineage.Current() is not null);
        await worker.StopAsync(default);
        Assert.Single(world.First.Orders);
    }

    [Fact]
    public async Task Twenty_restarts_within_a_minute_order_nothing()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using (var process = world.Process())
        {
            await process.IssueAsync();
        }

        for (var restart = 0; restart < 20; restart++)
        {
            await using var process = world.Process(seed: restart);
            using var worker = process.Worker(new Started(), world.Clock);
            await worker.StartAsync(default);
            world.Clock.Advance(TimeSpan.FromSeconds(3));
            await worker.StopAsync(default);
        }

        Assert.Single(world.First.Orders);
        Assert.InRange(world.First.CountOf(AcmeCall.RenewalInfo), 0, 1);
    }

    [Fact]
    public async Task Twenty_restarts_while_the_CA_is_down_ask_it_once()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Behaviour.IsDown = true;

        for (var restart = 0; restart < 20; restart++)
        {
            await using var process = world.Process(seed: restart);
            await process.Renewal.TickAsync(process.Names, default);
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(1, world.First.CountOf(AcmeCall.Directory));
    }

    [Fact]
    public async Task Two_at_once_place_one_order()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var one = world.Process(seed: 1);
        await using var two = world.Process(seed: 2);

        await Task.WhenAll(
            Task.Run(() => one.Renewal.TickAsync(one.Names, default)),
            Task.Run(() => two.Renewal.TickAsync(two.Names, default))
        );
        await two.Renewal.TickAsync(two.Names, default);

        Assert.Single(world.First.Orders);
    }

    [Fact]
    public async Task Whatever_happens_it_lives_and_goes_on()
    {
        await using var world = await SimulatedCas.StartAsync();
        var time = new WallTime(world.Clock) { IsBroken = true };
        await using var process = new Workbench(world.Directory, world.Options, time);
        using var worker = process.Worker(new Started(), world.Clock);
        await worker.StartAsync(default);
        await AdvanceUntilAsync(world, () => Faults(process) >= 3);

        time.IsBroken = false;

        await AdvanceUntilAsync(world, () => process.Lineage.Current() is not null);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task A_stop_during_an_order_ends_it_soon()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Misbehave(new AcmeMisbehaviour(AcmeCall.FinalizeOrder, AcmeMisbehaviourKind.Hang));
        await using var process = world.Process();
        using var worker = process.Worker(new Started(), world.Clock);
        await worker.StartAsync(default);
        await Eventually.TrueAsync(() => world.First.CountOf(AcmeCall.FinalizeOrder) > 0);

        await worker.StopAsync(default).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(worker.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Equal(0, process.Reading.Of(process.Names).Status.Failures);
    }

    private static int Faults(Workbench process) =>
        process.Log.Lines.Count(line => line.Contains("Looking after the certificate", StringComparison.Ordinal));

    // The loop takes a moment to come to its next wait; each look moves the clock a little.
    private static Task AdvanceUntilAsync(SimulatedCas world, Func<bool> shown) =>
        Eventually.TrueAsync(() =>
        {
            world.Clock.Advance(TimeSpan.FromSeconds(5));
            return shown();
        });
}
