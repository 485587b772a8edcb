using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Reconciling.Comparing;

namespace NotifyReceiver.Tests.Inserts.Reconciling.Comparing;

public sealed class ReconciliationTests
{
    private static readonly OwnInsert Own = Listed.Delivery(1, state: InsertState.Accepted);
    private static readonly DownloadedRow ItsRow = Listed.Row(Own);
    private static readonly OwnInsert Reading = Listed.Inventory(2);

    [Fact]
    public void What_both_have_matches()
    {
        var result = Reconciliation.Between([Own], [ItsRow]);

        Assert.Equal([new Pair(Own, ItsRow)], result.Matched);
        Assert.True(result.IsAsItShouldBe);
    }

    [Fact]
    public void What_ATIONET_accepted_and_does_not_have_is_missing()
    {
        var result = Reconciliation.Between([Own with { State = InsertState.AcceptedWithWarnings }], []);

        Assert.Equal(Own.Id, Assert.Single(result.Missing).Id);
        Assert.False(result.IsAsItShouldBe);
    }

    [Fact]
    public void What_is_none_of_ours_is_extra()
    {
        var result = Reconciliation.Between([], [ItsRow]);

        Assert.Equal([ItsRow], result.Extra);
        Assert.False(result.IsAsItShouldBe);
    }

    [Fact]
    public void A_delivery_that_is_there_more_often_is_named_with_both_rows()
    {
        var again = ItsRow with { Id = "again" };

        var result = Reconciliation.Between([Own], [ItsRow, again]);

        Assert.Equal([new Doubled(Own, ItsRow, again)], result.Doubled);
        Assert.Empty(result.Extra);
        Assert.False(result.IsAsItShouldBe);
    }

    [Fact]
    public void Two_of_ours_that_are_alike_may_be_there_twice()
    {
        var alike = Own with { Id = new InsertId(2) };

        Assert.True(Reconciliation.Between([Own, alike], [ItsRow, ItsRow with { Id = "2" }]).IsAsItShouldBe);
        Assert.Equal(alike, Assert.Single(Reconciliation.Between([Own, alike], [ItsRow]).Missing));
    }

    [Fact]
    public void A_reading_that_is_there_twice_is_told_and_is_no_fault()
    {
        var result = Reconciliation.Between([Reading], [Listed.Row(Reading), Listed.Row(Reading, "again")]);

        Assert.Single(result.Doubled);
        Assert.True(result.IsAsItShouldBe);
    }

    [Fact]
    public void A_row_that_may_be_what_is_missing_is_shown_beside_it()
    {
        var row = ItsRow.MovedOn(TimeSpan.FromHours(5));

        var result = Reconciliation.Between([Own], [row]);

        Assert.Equal([new Pair(Own, row)], result.Similar);
        Assert.Empty(result.Missing);
        Assert.Empty(result.Extra);
        Assert.False(result.IsAsItShouldBe);
    }

    [Fact]
    public void Of_similar_rows_the_one_with_its_invoice_is_shown_and_then_the_nearest()
    {
        var next = Listed.Delivery(2, at: "2026/01/16 04:31:12", invoice: null, state: InsertState.Accepted);
        DownloadedRow[] rows =
        [
            Listed.Row(next, "a") with
            {
                OccurredAt = Own.Clock!.Value.AddHours(1),
            },
            Listed.Row(next, "b").MovedOn(TimeSpan.FromHours(1)),
            Listed.Row(Own, "c").MovedOn(TimeSpan.FromHours(20)),
        ];

        var result = Reconciliation.Between([next, Own], rows);

        Assert.Equal([new Pair(Own, rows[2]), new Pair(next, rows[1])], result.Similar);
        Assert.Equal([rows[0]], result.Extra);
    }

    [Fact]
    public void A_reading_at_another_time_is_missing_and_another_extra()
    {
        var result = Reconciliation.Between([Reading], [Listed.Row(Reading).MovedOn(TimeSpan.FromHours(1))]);

        Assert.Single(result.Missing);
        Assert.Single(result.Extra);
    }

    [Theory]
    [InlineData(InsertState.Pending, false)]
    [InlineData(InsertState.Held, false)]
    [InlineData(InsertState.Refused, false)]
    [InlineData(InsertState.Withdrawn, false)]
    [InlineData(InsertState.DryRun, false)]
    [InlineData(InsertState.Sending, true)]
    [InlineData(InsertState.Verifying, true)]
    [InlineData(InsertState.Dismissed, true)]
    public void What_is_there_though_we_do_not_know_it_is_told_and_needs_a_look_unless_it_passes(
        string state,
        bool passes
    )
    {
        var own = Own with { State = state };

        var result = Reconciliation.Between([own], [ItsRow]);

        Assert.Equal([new Pair(own, ItsRow)], result.Unexpected);
        Assert.Empty(result.Matched);
        Assert.Equal(passes, result.IsAsItShouldBe);
    }

    [Theory]
    [InlineData(InsertState.Pending)]
    [InlineData(InsertState.Held)]
    [InlineData(InsertState.Verifying)]
    [InlineData(InsertState.Dismissed)]
    public void What_was_not_accepted_is_not_missing(string state) =>
        Assert.True(Reconciliation.Between([Own with { State = state }], []).IsAsItShouldBe);

    [Fact]
    public void A_reading_that_is_there_and_is_sent_again_passes_by_itself() =>
        Assert.True(
            Reconciliation.Between([Reading with { State = InsertState.Pending }], [Listed.Row(Reading)]).IsAsItShouldBe
        );

    [Fact]
    public void What_an_operator_has_dismissed_for_a_similar_row_needs_no_look_again()
    {
        var row = ItsRow.MovedOn(TimeSpan.FromHours(5));

        Assert.True(Reconciliation.Between([Own with { State = InsertState.Dismissed }], [row]).IsAsItShouldBe);
        Assert.False(Reconciliation.Between([Own with { State = InsertState.Held }], [row]).IsAsItShouldBe);
    }

    [Fact]
    public void A_row_goes_to_the_one_that_was_accepted()
    {
        var pending = Own with { Id = new InsertId(2), State = InsertState.Pending };

        Assert.Equal([new Pair(Own, ItsRow)], Reconciliation.Between([pending, Own], [ItsRow]).Matched);
    }

    [Fact]
    public void What_may_be_of_any_station_is_similar_to_what_is_missing_and_never_extra()
    {
        var byHand = ItsRow with { TerminalCode = null };

        Assert.Equal([new Pair(Own, byHand)], Reconciliation.Between([Own], [], byHand).Similar);
        Assert.True(Reconciliation.Between([], [], byHand).IsAsItShouldBe);
    }

    [Fact]
    public void All_is_counted_on_either_side()
    {
        var missing = Listed.Delivery(2, "1", state: InsertState.Accepted);
        var held = Listed.Delivery(3, "2", state: InsertState.Held);
        var similar = Listed.Delivery(4, "3", state: InsertState.AcceptedWithWarnings);
        DownloadedRow[] rows =
        [
            ItsRow,
            ItsRow with
            {
                Id = "again",
            },
            Listed.Row(held),
            Listed.Row(similar).MovedOn(TimeSpan.FromHours(5)),
            Listed.Row(Listed.Delivery(5, "4")),
        ];

        var result = Reconciliation.Between([Own, missing, held, similar], rows);

        Assert.Equal((3, rows.Length), (result.Accepted, result.There));
    }

    [Fact]
    public void What_a_host_moved_over_the_edge_is_similar_and_what_lies_beyond_is_left_out()
    {
        var beyond = Listed.Delivery(2, "4000", at: "2026/01/16 00:00:00", state: InsertState.Accepted);
        var late = Own with { OccurredAt = "2026/01/15 23:59:59" };
        var moved = Listed.Row(late).MovedOn(TimeSpan.FromHours(5));
        var extraBeyond = Listed.Row(Listed.Delivery(3, "777", at: "2026/01/14 23:59:59"));
        var unreadable = Listed.Row(Listed.Delivery(4, "888")) with { OccurredAt = null };

        var result = Reconciliation
            .Between([late, beyond], [moved, extraBeyond, unreadable])
            .Within(Listed.Clock("2026/01/15 00:00:00"), Listed.Clock("2026/01/15 23:59:59"));

        Assert.Equal([new Pair(late, moved)], result.Similar);
        Assert.Empty(result.Missing);
        Assert.Equal([unreadable], result.Extra);
    }
}
