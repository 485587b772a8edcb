using NotifyReceiver.Inserts;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.OutboxOnDisk;

namespace NotifyReceiver.Tests.Inserts;

/// <summary>A changed invoice must never go out beside its first version by itself: that would be fuel that does not exist.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private readonly OutboxOnDisk _outbox = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Theory]
    [InlineData(InsertState.Accepted)]
    [InlineData(InsertState.AcceptedWithWarnings)]
    [InlineData(InsertState.Held)]
    [InlineData(InsertState.Pending)]
    public async Task A_changed_invoice_is_held_and_says_what_it_may_correct(string stateOfTheFirst)
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        await _outbox.FinishAsync(stateOfTheFirst);

        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("120.0"));

        Assert.Equal(InsertState.Held, _outbox.StateOf(2));
        Assert.Equal(
            $"this may correct i1, which is {stateOfTheFirst}: invoice INV1, tank 01, product 001, 2026/01/15 04:31:00, 100.0",
            _outbox.Queries.Find(new InsertId(2))!.Reason
        );
    }

    [Theory]
    [InlineData("02", "001")]
    [InlineData("01", "019")]
    public async Task It_is_held_though_tank_or_product_changed(string tank, string product)
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Accepted);

        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("100.0", tank, product));

        Assert.Equal(InsertState.Held, _outbox.StateOf(2));
    }

    [Fact]
    public async Task A_line_that_is_added_to_an_invoice_is_sent()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Accepted);

        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("100.0"), Delivery("50.0", tank: "02"));

        Assert.Equal(InsertState.Pending, _outbox.StateOf(2));
    }

    [Fact]
    public async Task Two_compartments_of_one_invoice_for_one_tank_are_no_correction()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"), Delivery("200.0"));

        Assert.Equal(2, _outbox.Queries.List(InsertState.Pending, 10).Count);
    }

    [Fact]
    public async Task Another_invoice_is_no_correction()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("120.0", invoice: "INV2"));

        Assert.Equal(2, _outbox.Queries.List(InsertState.Pending, 10).Count);
    }

    [Fact]
    public async Task A_changed_invoice_whose_first_version_was_refused_is_simply_sent()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Refused);

        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("120.0"));

        Assert.Equal(InsertState.Pending, _outbox.StateOf(2));
    }

    [Theory]
    [InlineData("INV1")]
    [InlineData(null)]
    public async Task A_replay_that_maps_an_accepted_delivery_otherwise_is_held_with_or_without_an_invoice(
        string? invoice
    )
    {
        var notification = await _outbox.NotificationAsync("a");
        await _outbox.FillAsync(notification, Delivery("100.0", invoice: invoice));
        await _outbox.FinishAsync(InsertState.Accepted);

        await _outbox.FillAsync(notification, Delivery("378.541", invoice: invoice));

        Assert.Equal(InsertState.Held, _outbox.StateOf(2));
    }

    [Fact]
    public async Task A_refused_version_does_not_come_back_beside_an_accepted_one()
    {
        var first = await _outbox.NotificationAsync("a");
        await _outbox.FillAsync(first, Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Refused);
        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("120.0"));
        await _outbox.FinishAsync(InsertState.Accepted);

        Assert.Contains("release i1", await _outbox.ReplayAsync(new InsertId(1)), StringComparison.Ordinal);
        Assert.Equal(InsertState.Refused, _outbox.StateOf(1));

        await _outbox.FillAsync(first, Delivery("100.0"));
        Assert.Equal(InsertState.Held, _outbox.StateOf(1));
    }

    [Fact]
    public async Task What_was_tried_dry_does_not_come_back_beside_an_accepted_correction()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), isDryRun: true, Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.DryRun);
        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("120.0"));
        await _outbox.FinishAsync(InsertState.Accepted);

        await _outbox.FillAsync(await _outbox.NotificationAsync("c"), Delivery("100.0"));

        Assert.Equal(InsertState.Held, _outbox.StateOf(1));
    }

    [Fact]
    public async Task Other_details_of_an_accepted_delivery_are_told_and_not_sent()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0", net: "99.0"));
        await _outbox.FinishAsync(InsertState.Accepted);

        var notes = await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("100.0", net: "98.0"));

        Assert.Equal(
            "i1 is accepted with other details than this document has; these are not sent",
            Assert.Single(notes)
        );
        Assert.Equal(InsertState.Accepted, _outbox.StateOf(1));
    }

    [Theory]
    [InlineData(InsertState.Accepted, false, "ATIONET has accepted i1")]
    [InlineData(InsertState.Accepted, true, "ATIONET has accepted i1")]
    [InlineData(InsertState.Held, false, "i1 is held")]
    [InlineData(InsertState.Held, true, null)]
    [InlineData(InsertState.Refused, false, null)]
    [InlineData(InsertState.DryRun, true, "i1 was only tried dry; replay its notification (n1)")]
    public async Task An_operator_may_send_again_what_cannot_be_doubled_by_that(
        string state,
        bool confirmed,
        string? why
    )
    {
        await _outbox.FillAsync(
            await _outbox.NotificationAsync("a"),
            isDryRun: state == InsertState.DryRun,
            Delivery("100.0")
        );
        await _outbox.FinishAsync(state);

        var answer = confirmed
            ? await _outbox.ReleaseAsync(new InsertId(1))
            : await _outbox.ReplayAsync(new InsertId(1));

        Assert.Equal(why is null, answer is null);
        Assert.StartsWith(why ?? "", answer ?? "", StringComparison.Ordinal);
        Assert.Equal(why is null ? InsertState.Pending : state, _outbox.StateOf(1));
    }
}
