using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.Filling;

namespace NotifyReceiver.Tests.Dispatching.Sending;

/// <summary>The loop that gives terminals their turns, in the whole service.</summary>
public sealed class SendingWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_slow_terminal_holds_up_nobody_but_itself()
    {
        await using var road = await Road.StartAsync();
        road.Ationet.Misbehave(
            AtionetMisbehaviour.Slow(TimeSpan.FromMinutes(10)) with
            {
                Terminal = "ABC-1",
                Times = 1,
            }
        );
        await FillAsync(road, "ABC-1", Inventory("1.5"));
        await road.Ationet.WaitForAsync(it => it.HeldRequests == 1, Patience);

        for (var terminal = 2; terminal <= 40; terminal++)
        {
            await FillAsync(road, $"ABC-{terminal}", Inventory("1.5"), Delivery("100.5"));
        }

        await road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 78);
        Assert.Equal(1, road.Ationet.HeldRequests);
        await road.Ationet.StopAsync();
    }

    [Fact]
    public async Task No_more_terminals_are_served_at_once_than_the_setting_says()
    {
        await using var road = await Road.StartAsync(clock: null, Setting.Of("Ationet:ParallelTerminals", "3"));
        road.Ationet.Misbehave(AtionetMisbehaviour.SlowAfterStoring(TimeSpan.FromMinutes(10)));
        for (var terminal = 1; terminal <= 9; terminal++)
        {
            await FillAsync(road, $"ABC-{terminal}", Inventory("1.5"));
        }

        await road.Ationet.WaitForAsync(it => it.HeldRequests == 3, Patience);

        await road.Receiver.Database.WriteAsync(_ => { });
        Assert.Equal(3, road.Receiver.Inserts.List(InsertState.Sending, 100).Count);
        await road.Ationet.StopAsync();
    }

    [Fact]
    public async Task A_terminal_that_is_never_done_leaves_the_others_their_turns()
    {
        await using var road = await Road.StartAsync(clock: null, Setting.Of("Ationet:ParallelTerminals", "1"));
        await FillAsync(road, "ABC-1", [.. Enumerable.Range(0, 50).Select(n => Delivery($"{100 + n}.5"))]);
        await FillAsync(road, "ABC-2", Delivery("100.5"));

        await road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 51);

        Assert.InRange(road.Ationet.Deliveries.ToList().FindIndex(row => row.Terminal == "ABC-2"), 0, 48);
    }

    [Fact]
    public async Task A_stop_finishes_what_is_under_way_and_leaves_the_rest_pending()
    {
        var clock = new ManualClock();
        await using var road = await Road.StartAsync(clock);
        road.Ationet.Misbehave(AtionetMisbehaviour.Slow(TimeSpan.FromSeconds(10)) with { Times = 1 });
        await FillAsync(road, "ABC-1", Delivery("100.5"), Delivery("101.5"));
        await road.Ationet.WaitForAsync(it => it.HeldRequests == 1, Patience);

        var stop = road.Receiver.DisposeAsync().AsTask();
        Assert.False(stop.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(10));
        await stop;

        Assert.Single(road.Ationet.Deliveries);
        await road.StartReceiverAsync();
        Assert.Equal(InsertState.Accepted, road.Receiver.Inserts.Find(new InsertId(1))!.State);
        await road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);
        Assert.Equal(1, road.Receiver.Inserts.Find(new InsertId(1))!.Attempts);
    }

    [Fact]
    public async Task Credentials_that_are_mended_in_their_file_are_taken_while_the_service_runs()
    {
        var clock = new ManualClock();
        using var secrets = new TemporaryDirectory();
        secrets.Write("password", "wrong");
        await using var road = await Road.StartAsync(
            clock,
            Setting.Of("Ationet:Password", null),
            Setting.Of("Ationet:PasswordFile", secrets.File("password"))
        );
        await FillAsync(road, "ABC-1", Delivery("100.5"));
        await road.Receiver.WaitUntilAsync(it => it.Inserts.List(null, 1) is [{ Reason: not null }]);
        await road.AdvanceAsync(TimeSpan.FromHours(1));
        await road.Receiver.WaitUntilInsertsAreAsync(InsertState.Pending, 1);
        Assert.Single(road.Ationet.Requests);

        secrets.Write("password", road.Ationet.Options.Password);
        await road.AdvanceAsync(TimeSpan.FromSeconds(10));

        await road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 1);
        road.Ationet.Reset();
    }

    [Fact]
    public async Task A_delivery_without_an_answer_is_looked_up_by_the_running_service()
    {
        await using var road = await Road.StartAsync(
            new ManualClock(),
            Setting.Of("Ationet:Download:UserName", "interface@example.com"),
            Setting.Of("Ationet:Download:Password", "let-me-download")
        );
        road.Ationet.Misbehave(AtionetMisbehaviour.ResetAfterStoring() with { Times = 1 });
        road.Ationet.Misbehave(AtionetMisbehaviour.ResetBeforeStoring() with { Times = 1, ActionCode = "701" });
        await FillAsync(road, "ABC-1", Delivery("100.5"), Delivery("101.5"));

        await road.AdvanceUntilAsync(it => it.Receiver.Inserts.List(InsertState.Accepted, 10).Count == 2);

        Assert.Equal(2, road.Ationet.Deliveries.Count);
    }

    private static async Task FillAsync(Road road, string terminal, params IReadOnlyList<Row> rows)
    {
        var now = road.Clock.GetUtcNow();
        var database = road.Receiver.Database;
        var id = await NotificationAsync(database, terminal, now);
        await Filling.FillAsync(database, id, terminal, identity: null, isDryRun: false, rows, now);
    }
}
