using NotifyReceiver.Certificates.Renewing.Timing;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Tests.Certificates.Issuing.Support;
using NotifyReceiver.Tests.Certificates.Renewing.Support;

namespace NotifyReceiver.Tests.Certificates.Renewing;

/// <summary>Clocks that are wrong, and what is told of a certificate's end.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_clock_set_back_orders_nothing()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.Renewal.TickAsync(process.Names, default);

        world.Clock.Set(TimeSpan.FromHours(-2));
        await Calendar.PassAsync(world, process, TimeSpan.FromHours(3), TimeSpan.FromMinutes(1));

        Assert.Single(world.First.Orders);
    }

    [Fact]
    public async Task A_wait_that_was_begun_while_the_clock_was_ahead_does_not_last_until_then()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.Renewal.TickAsync(process.Names, default);
        await world.First.StopAsync();
        world.Clock.Set(TimeSpan.FromDays(88));
        await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddHours(3));
        world.Clock.Set(TimeSpan.FromDays(-88 + 61));
        await world.First.RestartAsync();

        var status = await process.Renewal.TickAsync(process.Names, default);

        Assert.True(status.Next <= world.Clock.GetUtcNow().AddDays(1.3), $"{status.Next}");
        await Calendar.PassAsync(world, process, TimeSpan.FromDays(2), TimeSpan.FromMinutes(10));
        Assert.Equal(2, world.First.Certificates.Count);
    }

    [Fact]
    public async Task A_clock_that_is_weeks_ahead_makes_no_storm_of_orders()
    {
        await using var world = await SimulatedCas.StartAsync(
            new AcmeBehaviour { AlwaysValid = true, Lifetime = TimeSpan.FromDays(6) }
        );
        await using var process = world.Process();
        await process.Renewal.TickAsync(process.Names, default);
        var ahead = new NotifyReceiver.Tests.Support.ManualClock(world.Clock.GetUtcNow().AddDays(40));
        await using var wrong = new Workbench(world.Directory, world.Options, new WallTime(ahead));

        for (var minute = 0; minute < 24 * 60; minute++)
        {
            ahead.Advance(TimeSpan.FromMinutes(1));
            await wrong.Renewal.TickAsync(wrong.Names, default);
        }

        Assert.Equal(2, world.First.Orders.Count);
        Assert.Contains(
            "the clock of this machine",
            wrong.Reading.Of(wrong.Names).Status.Last!.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_end_is_told_of_once_for_each_step_also_over_restarts()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Behaviour.OffersRenewalInfo = false;
        var told = new List<string>();
        await using (var process = world.Process())
        {
            await process.Renewal.TickAsync(process.Names, default);
        }
        await world.First.StopAsync();

        for (var day = 0; day < 100; day++)
        {
            world.Clock.Advance(TimeSpan.FromDays(1));
            await using var restarted = world.Process();
            await restarted.Renewal.TickAsync(restarted.Names, default);
            told.AddRange(restarted.Log.Lines.Where(line => line.Contains(" expire", StringComparison.Ordinal)));
        }

        Assert.Equal(4, told.Count);
        Assert.StartsWith("Warning ", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Warning ", told[1], StringComparison.Ordinal);
        Assert.StartsWith("Error ", told[2], StringComparison.Ordinal);
        Assert.Contains(" expired ", told[3], StringComparison.Ordinal);
        Assert.All(told, line => Assert.Contains("the last one failed: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_renewal_that_the_CA_has_put_off_alarms_nobody_at_a_third()
    {
        await using var world = await SimulatedCas.StartAsync();
        var late = world.Clock.GetUtcNow().AddDays(65);
        world.First.Behaviour.Renewal = _ => new RenewalSuggestion(late, late.AddHours(1), TimeSpan.FromHours(6));
        await using var process = world.Process();

        await Calendar.PassAsync(world, process, TimeSpan.FromDays(64), TimeSpan.FromHours(6));

        Assert.Equal(ExpiryStage.Third, process.Reading.Of(process.Names).Status.Stage);
        Assert.DoesNotContain(process.Log.Lines, line => line.Contains(" expires ", StringComparison.Ordinal));
    }
}
