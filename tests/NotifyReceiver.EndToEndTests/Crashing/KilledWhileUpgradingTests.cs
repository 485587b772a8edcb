using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.EndToEndTests.Upgrading;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing;

/// <summary>The new program is killed while it brings an earlier program's database up to date, before one of its writes after the other.</summary>
public sealed class KilledWhileUpgradingTests(ITestOutputHelper log)
{
    // It writes some hundred times; each round kills a life that goes so much further than the last.
    private const int WritesFurther = 23;

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Wherever_that_happens_the_next_start_finds_everything_and_ends_the_work()
    {
        var kills = 0;
        var wasKilled = true;
        while (wasKilled)
        {
            await using var installation = new Installation(log);
            var before = await FirstSchema.LayAsync(installation);
            wasKilled = await KillBeforeWriteAsync(installation, write: 1 + (kills * WritesFurther));

            await installation.StartAsync();
            Assert.Equal(before, await installation.SqlAsync(FirstSchema.WhatMustHaveStayed));
            Assert.Equal("ok\n", await installation.SqlAsync("PRAGMA foreign_key_check; PRAGMA integrity_check"));
            kills += wasKilled ? 1 : 0;
        }
        log.WriteLine($"{kills} kills while the database was brought up to date");
        Assert.True(kills > 1);
    }

    /// <returns>False when the service had started before it came to write so often.</returns>
    private static async Task<bool> KillBeforeWriteAsync(Installation installation, int write)
    {
        var number = write.ToString(CultureInfo.InvariantCulture);
        try
        {
            await installation.StartTracedAsync("--trace=pwrite64", $"--inject=pwrite64:signal=KILL:when={number}");
        }
        catch (TimeoutException)
        {
            return true;
        }
        await installation.Program.KillAsync();
        return false;
    }
}
