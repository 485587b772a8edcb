using Dapper;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.CatchingUp;

/// <summary>Runs that were interrupted long ago, and runs of two processes at once.</summary>
public sealed class UnfinishedRunTests : IAsyncLifetime
{
    private const string Today = "20260115";

    private CatchUpOnDisk _here = null!;

    public async Task InitializeAsync() => _here = await CatchUpOnDisk.StartAsync();

    public async Task DisposeAsync() => await _here.DisposeAsync();

    [Fact]
    public async Task One_that_was_interrupted_more_than_a_day_ago_looks_at_everything_again()
    {
        await InterruptAfterTheFirstAsync(since: null);
        _here.Publish(Today, "a.xml", "<replaced/>");
        _here.Clock.Advance(TimeSpan.FromHours(25));

        var result = await _here.RunAsync();

        Assert.Equal((0, 2), (result.Progress.Known, result.Progress.TakenIn));
        Assert.Equal(_here.Clock.GetUtcNow(), _here.Watermark.CaughtUpAt);
    }

    [Fact]
    public async Task One_that_was_interrupted_a_day_ago_goes_on()
    {
        await InterruptAfterTheFirstAsync(since: null);
        _here.Clock.Advance(TimeSpan.FromHours(24));

        var result = await _here.RunAsync();

        Assert.Equal((0, 2), (result.Progress.Known, result.Progress.TakenIn));
        // The first and the interrupted one, and then the second alone.
        Assert.Equal(3, _here.Host.CountOf(PetrosoftEndpoint.BusinessDocument));
        Assert.Equal(_here.Clock.GetUtcNow() - TimeSpan.FromHours(24), _here.Watermark.CaughtUpAt);
    }

    [Fact]
    public async Task One_from_another_day_is_forgotten_after_a_day()
    {
        await InterruptAfterTheFirstAsync(since: "2026-01-01");
        _here.Clock.Advance(TimeSpan.FromHours(25));

        await _here.RunAsync();

        Assert.Equal((0, 0), Left());
    }

    [Fact]
    public async Task One_that_another_process_brought_to_its_end_ends_too()
    {
        _here.Publish(Today, "a.xml", "<a/>");
        var now = _here.Clock.GetUtcNow();
        var watermark = _here.Store.WatermarkOf("12345", CatchUpOnDisk.Type, new DateOnly(2026, 1, 15));
        var run = await _here.Store.BeginAsync(watermark, watermark.FirstDay, now);
        await _here.RunAsync();

        await _here.Database.WriteAsync(connection => CatchUpStore.MarkSeen(connection, run, "b.xml", isTakenIn: true));
        await _here.Store.EndAsync(run, watermark, run.StartedAt, failure: null, now);

        Assert.Equal((0, 0), Left());
        Assert.Equal(now, _here.Watermark.CaughtUpAt);
    }

    private async Task InterruptAfterTheFirstAsync(string? since)
    {
        _here.Publish(Today, "a.xml", "<a/>");
        _here.Publish(Today, "b.xml", "<b/>");
        var failing = PetrosoftMisbehaviour.Status(503) with { Endpoint = PetrosoftEndpoint.BusinessDocument };
        var result = await _here.RunAsync(since, report: progress => MisbehaveWhen(progress.TakenIn == 1, failing));
        Assert.False(result.IsThrough);
        _here.Host.Behave();
    }

    private void MisbehaveWhen(bool now, PetrosoftMisbehaviour how)
    {
        if (now)
        {
            _here.Host.Misbehave(how);
        }
    }

    /// <summary>The runs that are kept, and what they have seen.</summary>
    private (long Runs, long Seen) Left()
    {
        using var connection = _here.Database.OpenReader();
        return (
            connection.ExecuteScalar<long>("SELECT count(*) FROM catch_up_runs"),
            connection.ExecuteScalar<long>("SELECT count(*) FROM catch_up_seen")
        );
    }
}
