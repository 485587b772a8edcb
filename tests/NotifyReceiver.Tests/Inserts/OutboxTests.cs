using NotifyReceiver.Inserts;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.OutboxOnDisk;

namespace NotifyReceiver.Tests.Inserts;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly OutboxOnDisk _outbox = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Fact]
    public async Task The_same_document_again_adds_nothing()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"), Inventory("5.0"));
        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("100.0"), Inventory("5.0"));

        Assert.Equal(2, _outbox.Queries.List(null, 10).Count);
        Assert.Equal(2, _outbox.Queries.NotificationsOf(new InsertId(1)).Count);
    }

    [Fact]
    public async Task Two_lines_that_are_alike_are_two_deliveries_in_the_document_as_in_its_copy()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"), Delivery("100.0"));
        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("100.0"), Delivery("100.0"));

        Assert.Equal(2, _outbox.Queries.List(InsertState.Pending, 10).Count);
        Assert.Equal(2, _outbox.Queries.List(null, 10).Count);
    }

    [Fact]
    public async Task Two_readings_that_are_alike_are_one()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Inventory("5.0"), Inventory("5.0"));

        Assert.Single(_outbox.Queries.List(null, 10));
    }

    [Theory]
    [InlineData(InsertState.Accepted, InsertState.Accepted)]
    [InlineData(InsertState.Held, InsertState.Held)]
    [InlineData(InsertState.Refused, InsertState.Pending)]
    [InlineData(InsertState.DryRun, InsertState.Pending)]
    public async Task A_replay_sends_again_only_what_ATIONET_never_took(string before, string after)
    {
        var notification = await _outbox.NotificationAsync("a");
        await _outbox.FillAsync(notification, isDryRun: before == InsertState.DryRun, Delivery("100.0"));
        await _outbox.FinishAsync(before);

        await _outbox.FillAsync(notification, Delivery("100.0"));

        Assert.Equal(after, Assert.Single(_outbox.Queries.List(null, 10)).State);
    }

    [Fact]
    public async Task A_replay_that_maps_the_document_otherwise_withdraws_what_was_never_taken()
    {
        var notification = await _outbox.NotificationAsync("a");
        await _outbox.FillAsync(notification, Delivery("100.0"), Delivery("200.0", tank: "02"));

        await _outbox.FillAsync(notification, Delivery("378.541"), Delivery("200.0", tank: "02"));

        Assert.Equal(InsertState.Withdrawn, _outbox.StateOf(1));
        Assert.Equal(InsertState.Pending, _outbox.StateOf(2));
        Assert.Equal(InsertState.Pending, _outbox.StateOf(3));
        Assert.Equal([notification], _outbox.Queries.NotificationsOf(new InsertId(1)));
    }

    [Fact]
    public async Task What_was_withdrawn_comes_back_when_the_document_yields_it_again()
    {
        var notification = await _outbox.NotificationAsync("a");
        await _outbox.FillAsync(notification, Delivery("100.0"));
        await _outbox.FillAsync(notification, Delivery("378.541"));

        await _outbox.FillAsync(notification, Delivery("100.0"));

        Assert.Equal(InsertState.Pending, _outbox.StateOf(1));
        Assert.Equal(InsertState.Withdrawn, _outbox.StateOf(2));
    }

    [Fact]
    public async Task What_another_notification_yields_too_is_not_withdrawn()
    {
        var notification = await _outbox.NotificationAsync("a");
        await _outbox.FillAsync(notification, Delivery("100.0", invoice: null));
        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("100.0", invoice: null));

        await _outbox.FillAsync(notification);

        Assert.Equal(InsertState.Pending, _outbox.StateOf(1));
    }

    [Fact]
    public async Task A_copy_of_a_refused_document_does_not_send_it_again()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Refused);

        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("100.0"));

        Assert.Equal(InsertState.Refused, _outbox.StateOf(1));
    }

    [Theory]
    [InlineData(true, InsertState.DryRun)]
    [InlineData(false, InsertState.Pending)]
    public async Task A_copy_of_what_was_tried_dry_is_sent_only_when_there_is_a_host(bool isDryRun, string after)
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), isDryRun: true, Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.DryRun);

        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), isDryRun, Delivery("100.0"));

        Assert.Equal(after, _outbox.StateOf(1));
    }

    [Fact]
    public async Task A_dry_run_leaves_alone_what_waits_for_a_host_and_the_other_way_round()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        Assert.Null(await _outbox.ClaimAsync(isDryRun: true));
        Assert.Equal(1, _outbox.Queries.CountOfOtherRuns(isDryRun: true));
        Assert.Equal(0, _outbox.Queries.CountOfOtherRuns(isDryRun: false));
        await _outbox.FinishAsync(InsertState.Accepted);

        await _outbox.FillAsync(
            await _outbox.NotificationAsync("b"),
            isDryRun: true,
            Delivery("200.0", invoice: "INV2")
        );
        Assert.Null(await _outbox.ClaimAsync());
        Assert.Equal(1, _outbox.Queries.CountOfOtherRuns(isDryRun: false));
    }

    [Fact]
    public async Task The_oldest_is_claimed_first_and_its_request_is_kept_before_it_is_sent()
    {
        var (late, early) = (Inventory("5.0", "2026/01/15 10:00:00"), Inventory("6.0", "2026/01/15 09:00:00"));
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), late, early);

        var claimed = (await _outbox.ClaimAsync())!;

        Assert.Contains("09:00:00", claimed.Body, StringComparison.Ordinal);
        Assert.Equal(InsertState.Sending, _outbox.StateOf(2));
        var attempt = Assert.Single(_outbox.Queries.AttemptsOf(claimed.Inserts[0].Id));
        Assert.Equal((claimed.Body, "POST somewhere", null), (attempt.Request, attempt.Address, attempt.Outcome));
    }

    [Fact]
    public async Task What_is_not_due_yet_is_not_claimed()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        var claimed = (await _outbox.ClaimAsync())!;
        var later = Now.AddMinutes(5);
        await _outbox.RecordAsync(claimed, InsertState.Pending, later);

        Assert.Null(await _outbox.ClaimAsync());
        Assert.NotNull(await _outbox.ClaimAsync(now: later));
    }

    [Theory]
    [InlineData("delivery", false, true, InsertState.Verifying)]
    [InlineData("delivery", false, false, InsertState.Held)]
    [InlineData("delivery", true, false, InsertState.Pending)]
    [InlineData("inventory", false, true, InsertState.Pending)]
    public async Task What_was_under_way_when_the_service_died_is_sent_again_unless_that_could_double_it(
        string kind,
        bool isDryRun,
        bool canLook,
        string state
    )
    {
        var row = kind == "delivery" ? Delivery("100.0") : Inventory("5.0");
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), isDryRun, row);
        await _outbox.ClaimAsync(isDryRun);

        Assert.Equal(1, await _outbox.RecoverAsync(canLook));

        var insert = Assert.Single(_outbox.Queries.List(null, 10));
        Assert.Equal(state, insert.State);
        Assert.Equal(state != InsertState.Pending, insert.Reason is not null);
        Assert.Equal("unknown", Assert.Single(_outbox.Queries.AttemptsOf(insert.Id)).Outcome);
        Assert.Equal(0, await _outbox.RecoverAsync(canLook));
    }
}
