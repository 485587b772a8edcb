using System.Text;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.CatchingUp;

/// <summary>A listed document that cannot be had is named by a notification, and holds up nothing.</summary>
public sealed class NamedDocumentTests : IAsyncLifetime
{
    private const string Today = "20260115";

    private CatchUpOnDisk _here = null!;

    public async Task InitializeAsync() => _here = await CatchUpOnDisk.StartAsync();

    public async Task DisposeAsync() => await _here.DisposeAsync();

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task One_that_is_refused_or_missing_is_named_and_the_watermark_moves(int status)
    {
        var path = _here.Publish(Today, "a.xml", "<a/>");
        _here.Publish(Today, "b.xml", "<b/>");
        // What is missing at its path is looked for in its directory, and is there, at that path.
        _here.Host.Misbehave(
            PetrosoftMisbehaviour.Status(status) with
            {
                Times = 1,
                Endpoint = PetrosoftEndpoint.BusinessDocument,
            }
        );

        var result = await _here.RunAsync();

        Assert.Null(result.Failure);
        Assert.True(result.IsThrough);
        Assert.Equal((0, 1, 1), (result.Progress.Known, result.Progress.TakenIn, result.Progress.Named));
        Assert.EndsWith(
            "2 documents, 0 known, 1 taken in, 1 named and to be fetched again",
            $"{result.Progress}",
            StringComparison.Ordinal
        );
        Assert.Equal(_here.Clock.GetUtcNow(), _here.Watermark.CaughtUpAt);
        var named = _here.Notifications.Find(new NotificationId(1))!;
        Assert.Equal((NotificationOrigin.CatchUp, NotificationState.Fetching), (named.Origin, named.State));
        Assert.Equal(("reference", null), (named.Shape, named.Path));
        var due = Assert.Single(new FetchStore(_here.Database).Due(_here.Clock.GetUtcNow(), 10));
        Assert.Equal(
            new DueFetch(named.Id, path, IsSubscription: false, CatchUpOnDisk.Type, "12345", Attempts: 0, due.WantedAt),
            due
        );
    }

    [Fact]
    public async Task One_that_was_named_before_is_known_whatever_became_of_it()
    {
        _here.Publish(Today, "a.zip", BrokenArchive);
        Assert.Equal(1, (await _here.RunAsync()).Progress.Named);
        await _here.Database.WriteAsync(connection =>
            NotificationStore.Dismiss(connection, new NotificationId(1), "a tester")
        );

        var again = await _here.RunAsync();

        Assert.Null(again.Failure);
        Assert.Equal((1, 0), (again.Progress.Known, again.Progress.Named));
        Assert.Equal(NotificationState.Dismissed, Assert.Single(_here.Notifications.List(null, 10)).State);
    }

    [Fact]
    public async Task One_that_a_call_named_in_the_same_words_is_known()
    {
        var path = _here.Publish(Today, "a.zip", BrokenArchive);
        await _here.CarryAsync(
            $$"""{"path":"{{path}}","documentType":"fuel-invoice","businessUnitId":"12345"}""",
            id: null
        );

        var result = await _here.RunAsync();

        Assert.Equal((1, 0), (result.Progress.Known, result.Progress.Named));
        Assert.Single(_here.Notifications.List(null, 10));
    }

    [Fact]
    public async Task A_dry_run_counts_it_and_stores_nothing()
    {
        _here.Publish(Today, "a.zip", BrokenArchive);

        var result = await _here.RunAsync(isDryRun: true);

        Assert.Equal(1, result.Progress.Named);
        Assert.Empty(_here.Notifications.List(null, 10));
    }

    [Fact]
    public async Task An_interrupted_run_does_not_ask_for_it_again()
    {
        _here.Publish(Today, "a.zip", BrokenArchive);
        _here.Publish(Today, "b.xml", "<b/>");
        var failing = PetrosoftMisbehaviour.Status(503) with { Endpoint = PetrosoftEndpoint.BusinessDocument };
        var interrupted = await _here.RunAsync(report: progress =>
        {
            if (progress.Named == 1)
            {
                _here.Host.Misbehave(failing);
            }
        });
        _here.Host.Behave();

        var result = await _here.RunAsync();

        Assert.False(interrupted.IsThrough);
        Assert.Equal((1, 1), (result.Progress.Known, result.Progress.TakenIn));
        // The archive, the other when it failed, and the other.
        Assert.Equal(3, _here.Host.CountOf(PetrosoftEndpoint.BusinessDocument));
    }

    private static string BrokenArchive => Encoding.ASCII.GetString([(byte)'P', (byte)'K', 3, 4, 0, 0]);
}
