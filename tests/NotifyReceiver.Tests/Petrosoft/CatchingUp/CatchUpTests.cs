using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.CatchingUp;

/// <summary>What was published and no notification brought is taken in, once.</summary>
public sealed class CatchUpTests : IAsyncLifetime
{
    private const string Today = "20260115";

    private CatchUpOnDisk _here = null!;

    public async Task InitializeAsync() => _here = await CatchUpOnDisk.StartAsync();

    public async Task DisposeAsync() => await _here.DisposeAsync();

    [Fact]
    public async Task A_first_run_begins_with_the_day_at_the_station_and_leaves_older_days_alone()
    {
        _here.Publish("20260114", "old.xml", "<old/>");
        var path = _here.Publish(Today, "new.xml", "<new/>");

        var result = await _here.RunAsync();

        AssertDone(result, known: 0, takenIn: 1);
        var taken = Assert.Single(_here.Notifications.List(null, 10));
        Assert.Equal((NotificationOrigin.CatchUp, NotificationState.Pending), (taken.Origin, taken.State));
        Assert.Equal((path, CatchUpOnDisk.Type, "12345"), (taken.Path, taken.DocumentType, taken.BusinessUnit));
        Assert.Equal(new DateOnly(2026, 1, 15), _here.Watermark.FirstDay);
    }

    [Fact]
    public async Task What_is_known_by_path_and_content_or_was_carried_by_a_call_is_skipped()
    {
        await _here.FetchAsync(_here.Publish(Today, "fetched.xml", "<fetched/>"), "<fetched/>");
        _here.Publish(Today, "carried.xml", "<carried/>");
        await _here.CarryAsync("<carried/>", id: null);

        AssertDone(await _here.RunAsync(), known: 2, takenIn: 0);

        Assert.Equal(2, _here.Notifications.List(null, 10).Count);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 200_000)]
    [InlineData(65_535, 65_536)]
    [InlineData(65_536, 131_072)]
    public async Task What_a_call_carried_under_an_id_is_known_once_it_was_recognised_as_a_document(int seq, int newest)
    {
        _here.Publish(Today, "carried.xml", "<carried/>");
        await _here.NumberNextAsync(seq);
        await _here.CarryAsync("<carried/>", id: "one");
        await _here.NumberNextAsync(newest);
        await _here.CarryAsync("<another/>", id: "two");
        Assert.Equal(
            [new NotificationId(newest), new NotificationId(seq)],
            _here.Notifications.List(null, 10).Select(notification => notification.Id)
        );
        await _here.Database.WriteAsync(connection =>
            NotificationStore.Settle(connection, new NotificationId(seq), NotificationState.Converted, [], "document")
        );

        AssertDone(await _here.RunAsync(), known: 1, takenIn: 0);
    }

    [Fact]
    public async Task A_document_that_was_replaced_at_its_path_is_taken_in_again()
    {
        _here.Publish(Today, "a.xml", "<one/>");
        await _here.RunAsync();
        _here.Clock.Advance(TimeSpan.FromHours(1));
        _here.Publish(Today, "a.xml", "<two/>");

        AssertDone(await _here.RunAsync(), known: 0, takenIn: 1);

        Assert.Equal(2, _here.Notifications.List(null, 10).Count);
    }

    [Fact]
    public async Task Two_stations_may_have_the_same_content()
    {
        await _here.FetchAsync("5127/99999/fuel-invoice/20260115/a.xml", "<same/>");
        _here.Publish(Today, "a.xml", "<same/>");

        AssertDone(await _here.RunAsync(), known: 0, takenIn: 1);
    }

    [Fact]
    public async Task A_run_goes_on_from_where_the_last_one_began_with_two_days_of_overlap()
    {
        await _here.RunAsync();
        _here.Clock.Advance(TimeSpan.FromDays(7));
        _here.Publish("20260115", "before.xml", "<before/>");
        _here.Publish("20260118", "missed.xml", "<missed/>");
        await _here.RunAsync();
        _here.Clock.Advance(TimeSpan.FromHours(1));

        var result = await _here.RunAsync();

        // The 22nd, less two days: what was published since is looked at, and nothing before.
        AssertDone(result, known: 0, takenIn: 0);
        Assert.Equal(new DateOnly(2026, 1, 20), result.Progress.Since);
        Assert.Equal(2, _here.Notifications.List(null, 10).Count);
    }

    [Fact]
    public async Task A_directory_that_is_not_named_by_a_day_is_always_looked_at()
    {
        _here.Host.Publish("12345", CatchUpOnDisk.Type, "5127/12345/fuel-invoice/", "a.xml", "<a/>"u8.ToArray());

        AssertDone(await _here.RunAsync(), known: 0, takenIn: 1);
    }

    [Fact]
    public async Task An_operator_may_begin_earlier()
    {
        _here.Publish("20250101", "old.xml", "<old/>");

        AssertDone(await _here.RunAsync(since: "2025-01-01"), known: 0, takenIn: 1);
        Assert.Equal(_here.Clock.GetUtcNow(), _here.Watermark.CaughtUpAt);
    }

    [Fact]
    public async Task A_run_that_begins_later_than_the_watermark_leaves_it_where_it_is()
    {
        await _here.RunAsync();
        var first = _here.Watermark.CaughtUpAt;
        _here.Clock.Advance(TimeSpan.FromDays(7));

        AssertDone(await _here.RunAsync(since: "2026-01-22"), known: 0, takenIn: 0);

        Assert.Equal(first, _here.Watermark.CaughtUpAt);
    }

    [Fact]
    public async Task A_dry_run_counts_and_stores_nothing()
    {
        _here.Publish(Today, "a.xml", "<a/>");
        await _here.FetchAsync(_here.Publish(Today, "b.xml", "<b/>"), "<b/>");

        AssertDone(await _here.RunAsync(isDryRun: true), known: 1, takenIn: 1);

        Assert.Single(_here.Notifications.List(null, 10));
        AssertDone(await _here.RunAsync(), known: 1, takenIn: 1);
    }

    [Fact]
    public async Task An_interrupted_run_goes_on_and_fetches_nothing_twice()
    {
        for (var i = 0; i < 10; i++)
        {
            _here.Publish(Today, $"{i}.xml", $"<d>{i}</d>");
        }
        await _here.FetchAsync("5127/12345/fuel-invoice/20260115/0.xml", "<d>0</d>");

        var interrupted = await _here.RunAsync(report: progress => FailWhen(progress.Listed == 4));

        Assert.False(interrupted.IsThrough);
        Assert.Equal((1, 3), (interrupted.Progress.Known, interrupted.Progress.TakenIn));
        Assert.Null(_here.Watermark.CaughtUpAt);
        Assert.Contains("4.xml", _here.Watermark.Failure, StringComparison.Ordinal);

        _here.Host.Behave();
        _here.Clock.Advance(TimeSpan.FromHours(1));
        AssertDone(await _here.RunAsync(), known: 1, takenIn: 9);
        // Four, the one that was interrupted, and the six that were left.
        Assert.Equal(11, _here.Host.CountOf(PetrosoftEndpoint.BusinessDocument));
        Assert.Equal(10, _here.Notifications.List(null, 20).Count);
        Assert.Equal(_here.Clock.GetUtcNow() - TimeSpan.FromHours(1), _here.Watermark.CaughtUpAt);
    }

    [Fact]
    public async Task A_station_for_which_nothing_was_published_is_caught_up() =>
        AssertDone(await _here.RunAsync(), known: 0, takenIn: 0);

    private void FailWhen(bool now)
    {
        if (now)
        {
            _here.Host.Misbehave(
                PetrosoftMisbehaviour.Status(503) with
                {
                    Endpoint = PetrosoftEndpoint.BusinessDocument,
                }
            );
        }
    }

    private static void AssertDone(CatchUpResult result, int known, int takenIn)
    {
        Assert.Null(result.Failure);
        Assert.True(result.IsThrough);
        Assert.Equal((known, takenIn), (result.Progress.Known, result.Progress.TakenIn));
    }
}
