using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.CatchingUp;

/// <summary>A clock that stood years ahead for a while leaves nothing behind that hides what is published afterwards.</summary>
public sealed class WrongClockTests : IAsyncLifetime
{
    private const string Today = "20260115";

    private static readonly TimeSpan FourYears = TimeSpan.FromDays(4 * 365);

    private CatchUpOnDisk _here = null!;

    public async Task InitializeAsync() => _here = await CatchUpOnDisk.StartAsync();

    public async Task DisposeAsync() => await _here.DisposeAsync();

    [Fact]
    public async Task A_watermark_that_lies_ahead_counts_as_today_and_the_next_good_run_sets_it_right()
    {
        await _here.RunAsync();
        await RunAheadAsync();
        _here.Clock.Advance(TimeSpan.FromDays(7));
        _here.Publish("20260119", "before.xml", "<before/>");
        _here.Publish("20260120", "new.xml", "<new/>");

        var result = await _here.RunAsync();

        // The 22nd, less two days.
        Assert.Equal(new DateOnly(2026, 1, 20), result.Progress.Since);
        Assert.Equal(1, result.Progress.TakenIn);
        Assert.Equal(_here.Clock.GetUtcNow(), _here.Watermark.CaughtUpAt);
    }

    [Fact]
    public async Task A_run_that_fails_leaves_a_watermark_that_lies_ahead_for_the_next()
    {
        await RunAheadAsync();
        var ahead = _here.Watermark.CaughtUpAt;
        _here.Host.Misbehave(PetrosoftMisbehaviour.Status(404) with { Times = 1 });

        Assert.NotNull((await _here.RunAsync()).Failure);

        Assert.Equal(ahead, _here.Watermark.CaughtUpAt);
    }

    [Fact]
    public async Task A_first_day_that_lies_ahead_is_today_from_now_on()
    {
        await RunAheadAsync();
        _here.Publish(Today, "a.xml", "<a/>");

        Assert.Equal(1, (await _here.RunAsync()).Progress.TakenIn);

        Assert.Equal(new DateOnly(2026, 1, 15), _here.Watermark.FirstDay);
        _here.Clock.Advance(TimeSpan.FromDays(7));
        _here.Publish("20260118", "missed.xml", "<missed/>");
        Assert.Equal(1, (await _here.RunAsync()).Progress.TakenIn);
    }

    [Fact]
    public async Task A_run_that_was_interrupted_ahead_begins_anew()
    {
        _here.Publish(Today, "a.xml", "<a/>");
        var failing = PetrosoftMisbehaviour.Status(503) with { Endpoint = PetrosoftEndpoint.BusinessDocument };
        _here.Host.Misbehave(failing);
        _here.Clock.Advance(FourYears);
        Assert.False((await _here.RunAsync(since: "2026-01-01")).IsThrough);
        _here.Clock.Advance(-FourYears);
        _here.Host.Behave();

        Assert.Equal(1, (await _here.RunAsync(since: "2026-01-01")).Progress.TakenIn);

        Assert.Equal(_here.Clock.GetUtcNow(), _here.Watermark.CaughtUpAt);
    }

    private async Task RunAheadAsync()
    {
        _here.Clock.Advance(FourYears);
        var result = await _here.RunAsync();
        Assert.Null(result.Failure);
        _here.Clock.Advance(-FourYears);
    }
}
