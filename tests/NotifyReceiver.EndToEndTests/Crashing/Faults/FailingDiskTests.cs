using NotifyReceiver.EndToEndTests.Crashing.Trials;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing.Faults;

public sealed class FailingDiskTests(ITestOutputHelper log)
{
    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(FaultySystem.Syncs)]
    [InlineData(FaultySystem.Writes)]
    public async Task While_nothing_can_be_committed_nobody_gets_an_acknowledgement_and_afterwards_it_goes_on(
        string calls
    )
    {
        await using var trial = await Trial.CreateAsync(log);
        var system = await FaultySystem.StartAsync(trial.Installation);
        await trial.PostAsync(300);

        await system.FailAsync(calls, percent: 100);
        await trial.PostInVainAsync(300, mostTaken: 0);
        await system.MendAsync(calls);
        await trial.PostAsync(300);

        await trial.SettleAsync();
        await trial.Installation.Program.KillAsync();
        await trial.Installation.StartAsync();
        await trial.SettleAsync();
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(FaultySystem.Syncs)]
    [InlineData(FaultySystem.Writes)]
    public async Task What_is_acknowledged_between_faults_outlives_a_kill(string calls)
    {
        await using var trial = await Trial.CreateAsync(log);
        var system = await FaultySystem.StartAsync(trial.Installation);
        await trial.PostAsync(1);

        await system.FailAsync(calls, percent: 10);
        await trial.PostUntilAsync(500, trial.Installation.Program.KillAsync);
        await trial.Installation.StartAsync();

        Assert.True(trial.Ledger.Refused > 0);
        await trial.SettleAsync();
    }
}
