using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.OutboxOnDisk;

namespace NotifyReceiver.Tests.Inserts;

/// <summary>A later version of a document takes the place of what ATIONET never took of the earlier one.</summary>
public sealed class DocumentVersionTests : IAsyncLifetime
{
    private const string Identity = "Northern, INV1";

    private readonly OutboxOnDisk _outbox = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Theory]
    [InlineData(InsertState.Pending)]
    [InlineData(InsertState.Refused)]
    public async Task What_was_not_taken_yet_is_replaced(string stateOfTheFirst)
    {
        await FillAsync("a", Delivery("100.0"));
        await _outbox.FinishAsync(stateOfTheFirst);

        await FillAsync("b", Delivery("120.0"));

        Assert.Equal(InsertState.Withdrawn, _outbox.StateOf(1));
        Assert.Equal("its document, as n2 has it, no longer yields it", _outbox.Queries.Find(new InsertId(1))!.Reason);
        Assert.Equal(InsertState.Pending, _outbox.StateOf(2));
    }

    [Fact]
    public async Task A_reading_that_was_not_taken_yet_is_replaced_too()
    {
        await FillAsync("a", Inventory("100.0"));

        await FillAsync("b", Inventory("120.0"));

        Assert.Equal([InsertState.Withdrawn, InsertState.Pending], [_outbox.StateOf(1), _outbox.StateOf(2)]);
    }

    [Fact]
    public async Task What_both_versions_have_stays_as_it_is()
    {
        await FillAsync("a", Delivery("100.0"), Delivery("50.0", tank: "02"));

        await FillAsync("b", Delivery("100.0"), Delivery("60.0", tank: "02"));

        Assert.Equal(InsertState.Pending, _outbox.StateOf(1));
        Assert.Equal(InsertState.Withdrawn, _outbox.StateOf(2));
        Assert.Equal(InsertState.Pending, _outbox.StateOf(3));
    }

    [Fact]
    public async Task A_version_that_waited_for_an_operator_is_replaced_by_the_next_which_waits_instead()
    {
        await FillAsync("a", Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Accepted);
        await FillAsync("b", Delivery("120.0"));

        await FillAsync("c", Delivery("130.0"));

        Assert.Equal(InsertState.Withdrawn, _outbox.StateOf(2));
        Assert.Equal(InsertState.Held, _outbox.StateOf(3));
        Assert.Equal(new InsertId(1), _outbox.Queries.Find(new InsertId(3))!.Corrects);
    }

    [Fact]
    public async Task What_may_be_at_ationet_is_not_replaced_but_held_against()
    {
        await FillAsync("a", Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Held);

        await FillAsync("b", Delivery("120.0"));

        Assert.Equal(InsertState.Held, _outbox.StateOf(1));
        Assert.Equal(InsertState.Held, _outbox.StateOf(2));
    }

    [Fact]
    public async Task Each_changed_line_is_held_against_the_likest_of_the_earlier_ones()
    {
        await FillAsync("a", Delivery("100.0"), Delivery("50.0", tank: "02", product: "019"), Delivery("70.0"));
        await _outbox.FinishAsync(InsertState.Accepted);

        await FillAsync("b", Delivery("51.0", tank: "02", product: "019"), Delivery("101.0"), Delivery("71.0"));

        var held = _outbox.Queries.List(InsertState.Held, 10);
        Assert.Equal(3, held.Count);
        Assert.Equal(new InsertId(2), held.Single(insert => insert.Volume == "51.0").Corrects);
        Assert.Equal(
            [new InsertId(1), new InsertId(3)],
            held.Where(insert => insert.TankNumber == "01")
                .Select(insert => insert.Corrects!.Value)
                .OrderBy(id => id.Seq)
        );
    }

    [Fact]
    public async Task A_line_that_ationet_has_and_the_document_no_longer_is_told()
    {
        await FillAsync("a", Delivery("100.0"), Delivery("50.0", tank: "02"));
        await _outbox.FinishAsync(InsertState.Accepted);

        var notes = await FillAsync("b", Delivery("100.0"));

        Assert.Equal(
            "this document no longer has i2, which is accepted: invoice INV1, tank 02, product 001, 2026/01/15 04:31:00, 50.0; "
                + "ATIONET has no way to take a delivery back, so correct it in the portal",
            Assert.Single(notes)
        );
    }

    [Fact]
    public async Task A_document_that_is_changed_back_yields_again_what_was_withdrawn()
    {
        await FillAsync("a", Delivery("100.0"));
        await FillAsync("b", Delivery("120.0"));

        await FillAsync("c", Delivery("100.0"));

        Assert.Equal([InsertState.Pending, InsertState.Withdrawn], [_outbox.StateOf(1), _outbox.StateOf(2)]);
    }

    [Fact]
    public async Task What_another_document_yields_as_well_is_not_withdrawn()
    {
        await FillAsync("a", Inventory("100.0"));
        await _outbox.FillAsync(
            await _outbox.NotificationAsync("other"),
            "another",
            isDryRun: false,
            Inventory("100.0")
        );

        await FillAsync("b", Inventory("120.0"));

        Assert.Equal(InsertState.Pending, _outbox.StateOf(1));
    }

    [Fact]
    public async Task What_stands_at_the_same_path_is_a_version_where_no_identity_is_told()
    {
        await _outbox.FillAsync(await _outbox.FetchedAsync("5127/a.xml", "a"), Delivery("100.0", invoice: null));

        await _outbox.FillAsync(await _outbox.FetchedAsync("5127/a.xml", "b"), Delivery("120.0", invoice: null));

        Assert.Equal([InsertState.Withdrawn, InsertState.Pending], [_outbox.StateOf(1), _outbox.StateOf(2)]);
    }

    [Fact]
    public async Task A_reading_at_the_same_path_is_another_reading()
    {
        await _outbox.FillAsync(await _outbox.FetchedAsync("5127/latest.json", "a"), Inventory("100.0"));

        await _outbox.FillAsync(
            await _outbox.FetchedAsync("5127/latest.json", "b"),
            Inventory("90.0", at: "2026/01/15 22:03:30")
        );

        Assert.Equal([InsertState.Pending, InsertState.Pending], [_outbox.StateOf(1), _outbox.StateOf(2)]);
    }

    [Fact]
    public async Task A_delivery_at_the_same_path_under_another_identity_is_left_to_an_operator()
    {
        await _outbox.FillAsync(
            await _outbox.FetchedAsync("5127/a.xml", "a"),
            "INV1",
            isDryRun: false,
            Delivery("100.0")
        );

        await _outbox.FillAsync(
            await _outbox.FetchedAsync("5127/a.xml", "b"),
            "INV2",
            isDryRun: false,
            Delivery("100.0", invoice: "INV2")
        );

        Assert.Equal([InsertState.Pending, InsertState.Held], [_outbox.StateOf(1), _outbox.StateOf(2)]);
    }

    [Fact]
    public async Task An_older_version_that_is_replayed_gives_way_to_the_newer_one()
    {
        var older = await _outbox.NotificationAsync("a");
        var newer = await _outbox.NotificationAsync("b");
        await _outbox.FillAsync(newer, Identity, isDryRun: false, Delivery("120.0"));
        await _outbox.FillAsync(older, Identity, isDryRun: false, Delivery("100.0"));

        Assert.Equal(newer, await _outbox.NewerAsync(older));
        Assert.Null(await _outbox.NewerAsync(newer));
    }

    [Fact]
    public async Task A_path_whose_earlier_content_is_back_counts_by_when_it_was_fetched()
    {
        var first = await _outbox.FetchedAsync("5127/a.xml", "a");
        await _outbox.FillAsync(first, Delivery("100.0"));
        var second = await _outbox.FetchedAsync("5127/a.xml", "b");
        await _outbox.FillAsync(second, Delivery("120.0"));

        Assert.Equal(first, await _outbox.FetchedAsync("5127/a.xml", "a"));

        Assert.Null(await _outbox.NewerAsync(first));
    }

    [Fact]
    public async Task The_order_of_arrival_counts_though_the_clock_was_set_back()
    {
        var older = await _outbox.NotificationAsync("a");
        await _outbox.FillAsync(older, Identity, isDryRun: false, Delivery("100.0"));
        var newer = await _outbox.NotificationAsync("b", receivedAt: Now.AddMinutes(-10));
        await _outbox.FillAsync(newer, Identity, isDryRun: false, Delivery("120.0"));

        Assert.Null(await _outbox.NewerAsync(newer));
        Assert.Equal(newer, await _outbox.NewerAsync(older));
    }

    [Fact]
    public async Task Of_two_paths_of_one_document_the_one_that_came_later_counts_though_the_other_is_seen_again()
    {
        var first = await _outbox.FetchedAsync("5127/a.xml", "a");
        await _outbox.FillAsync(first, Identity, isDryRun: false, Delivery("100.0"));
        var revised = await _outbox.FetchedAsync("5127/a (rev 2).xml", "b");
        await _outbox.FillAsync(revised, Identity, isDryRun: false, Delivery("120.0"));

        await _outbox.FetchedAsync("5127/a.xml", "a");

        Assert.Null(await _outbox.NewerAsync(revised));
        Assert.Equal(revised, await _outbox.NewerAsync(first));
    }

    private async Task<IReadOnlyList<string>> FillAsync(string body, params IReadOnlyList<Row> rows) =>
        await _outbox.FillAsync(await _outbox.NotificationAsync(body), Identity, isDryRun: false, rows);
}
