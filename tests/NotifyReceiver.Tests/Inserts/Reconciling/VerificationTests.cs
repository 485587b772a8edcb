using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Tests.Inserts.Reconciling;

public sealed class VerificationTests
{
    private static readonly OwnInsert Asked = Listed.Delivery(1);
    private static readonly DownloadedRow ItsRow = Listed.Row(Asked);
    private static readonly OwnInsert Neighbour = Listed.Delivery(
        2,
        "4000",
        at: "2026/01/15 01:00:00",
        invoice: "INV9",
        state: InsertState.Accepted
    );

    [Fact]
    public void A_delivery_that_ATIONET_lists_is_found() =>
        Assert.Equal(new Verdict.Found(ItsRow), Verification.Of(Asked, [], [ItsRow]));

    [Fact]
    public void A_delivery_that_ATIONET_does_not_list_is_absent()
    {
        Assert.Equal(new Verdict.Absent(), Verification.Of(Asked, [], []));
        Assert.Equal(new Verdict.Absent(), Verification.Of(Asked, [Neighbour], [Listed.Row(Neighbour)]));
    }

    [Fact]
    public void Of_two_that_are_alike_the_one_that_is_listed_is_the_one_that_was_accepted()
    {
        var alike = Asked with { Id = new InsertId(2), State = InsertState.Accepted, OutcomeUnknown = false };
        var second = ItsRow with { Id = "second" };

        Assert.Equal(new Verdict.Absent(), Verification.Of(Asked, [alike], [ItsRow]));
        Assert.IsType<Verdict.Found>(Verification.Of(Asked, [alike], [ItsRow, second]));
    }

    [Fact]
    public void What_is_asked_for_does_not_explain_its_own_row_away() =>
        Assert.Equal(
            new Verdict.Found(ItsRow),
            Verification.Of(Asked, [Asked with { State = InsertState.Accepted }, Asked], [ItsRow])
        );

    [Fact]
    public void A_row_without_seconds_is_left_to_the_one_that_may_have_no_other()
    {
        var withSeconds = Neighbour with { OccurredAt = "2026/01/15 01:00:30" };
        var withoutSeconds = Neighbour with { Id = new InsertId(3), State = InsertState.Verifying };
        DownloadedRow[] rows = [Listed.Row(withoutSeconds), Listed.Row(withSeconds)];

        Assert.Equal(new Verdict.Found(rows[0]), Verification.Of(withoutSeconds, [withSeconds], rows));
        Assert.Equal(new Verdict.Absent(), Verification.Of(withoutSeconds, [withSeconds], rows[..1]));
    }

    [Fact]
    public void Of_a_row_without_seconds_and_one_of_the_very_second_the_latter_is_found()
    {
        var withoutSeconds = ItsRow.MovedOn(TimeSpan.FromSeconds(-12));

        Assert.Equal(new Verdict.Found(ItsRow), Verification.Of(Asked, [], [withoutSeconds, ItsRow]));
    }

    [Fact]
    public void A_row_that_an_accepted_one_may_do_without_is_found()
    {
        // The first may have either row, and gets the one that only the second may have.
        var first = Neighbour with
        {
            Volume = "4000.005",
        };
        var asked = Neighbour with { Id = new InsertId(3), Volume = "4000.011", State = InsertState.Verifying };
        DownloadedRow[] rows =
        [
            Listed.Row(first, "shared") with
            {
                Volume = 4000.01m,
            },
            Listed.Row(first, "its own") with
            {
                Volume = 4000.00m,
            },
        ];

        Assert.Equal(new Verdict.Found(rows[0]), Verification.Of(asked, [first], rows));
    }

    [Fact]
    public void A_delivery_that_is_only_similar_is_for_a_person_who_is_told_what_to_do()
    {
        var row = ItsRow.MovedOn(TimeSpan.FromHours(5));

        var doubtful = Assert.IsType<Verdict.Doubtful>(Verification.Of(Asked, [], [row]));

        Assert.Equal(
            "ATIONET has a delivery that may be this one and is not quite the same: delivery row-of-i1 (tank 01, product 001, "
                + "2026/01/15 09:31:12, volume 15898.729, invoice INV1); look in the portal, and dismiss i1 if it is there, or "
                + "release i1 if it is not",
            doubtful.Reason
        );
    }

    [Fact]
    public void Of_several_similar_ones_the_nearest_is_named()
    {
        DownloadedRow[] rows =
        [
            ItsRow.MovedOn(TimeSpan.FromHours(9)) with
            {
                Id = "far",
            },
            ItsRow.MovedOn(TimeSpan.FromHours(-1)) with
            {
                Id = "near",
            },
        ];

        var doubtful = Assert.IsType<Verdict.Doubtful>(Verification.Of(Asked, [], rows));

        Assert.Contains("delivery near (", doubtful.Reason, StringComparison.Ordinal);
        Assert.Contains(", and 1 more like it;", doubtful.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InsertState.Accepted)]
    [InlineData(InsertState.Verifying)]
    [InlineData(InsertState.Sending)]
    public void What_is_another_ones_of_ours_raises_no_doubt(string state)
    {
        // The same tank gets the same every day, on bills of lading that nobody numbers.
        var today = Listed.Delivery(1, invoice: null);
        var yesterday = Listed.Delivery(2, at: "2026/01/14 04:30:00", invoice: null, state: state);

        Assert.Equal(new Verdict.Absent(), Verification.Of(today, [yesterday], [Listed.Row(yesterday)]));
    }

    [Theory]
    [InlineData(InsertState.Pending)]
    [InlineData(InsertState.Refused)]
    [InlineData(InsertState.Withdrawn)]
    public void What_was_never_taken_of_ours_explains_nothing(string state)
    {
        var today = Listed.Delivery(1, invoice: null);
        var yesterday = Listed.Delivery(2, at: "2026/01/14 04:30:00", invoice: null, state: state);

        Assert.IsType<Verdict.Doubtful>(Verification.Of(today, [yesterday], [Listed.Row(yesterday)]));
    }

    [Theory]
    [InlineData(InsertState.Held)]
    [InlineData(InsertState.Dismissed)]
    public void A_row_that_an_operator_may_have_seen_to_be_another_ones_is_not_taken(string state)
    {
        var alike = Asked with { Id = new InsertId(2), State = state };

        var doubtful = Assert.IsType<Verdict.Doubtful>(Verification.Of(Asked, [alike], [ItsRow]));

        Assert.Contains($"this one or i2, which is {state}", doubtful.Reason, StringComparison.Ordinal);
        Assert.IsType<Verdict.Found>(Verification.Of(Asked, [alike], [ItsRow, ItsRow with { Id = "second" }]));
    }

    [Fact]
    public void A_list_that_shows_nothing_of_what_was_accepted_tells_nothing()
    {
        var other = Neighbour with { Id = new InsertId(3), OccurredAt = "2026/01/15 05:00:00" };

        var doubtful = Assert.IsType<Verdict.Doubtful>(Verification.Of(Asked, [Neighbour, other], []));

        Assert.Contains(
            "neither does it list any of what it has accepted near it, such as i3 (tank 01,",
            doubtful.Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(new Verdict.Absent(), Verification.Of(Asked, [Neighbour, other], [Listed.Row(Neighbour)]));
    }

    [Fact]
    public void Rows_of_other_terminals_and_what_was_entered_by_hand_at_their_sites_are_none_of_ours()
    {
        var elsewhere = ItsRow with { TerminalCode = "ABC9999999999", SiteCode = "SITE9", InvoiceNumber = "another" };
        var byHandElsewhere = elsewhere with { Id = "by hand", TerminalCode = null };
        var byHand = byHandElsewhere with { SiteCode = "SITE5" };

        Assert.Equal(new Verdict.Absent(), Verification.Of(Asked, [], [elsewhere, byHandElsewhere]));
        Assert.IsType<Verdict.Doubtful>(Verification.Of(Asked, [], [elsewhere, byHand with { InvoiceNumber = null }]));
    }

    [Fact]
    public void The_same_in_everything_but_the_name_of_its_terminal_may_be_ours() =>
        Assert.IsType<Verdict.Doubtful>(Verification.Of(Asked, [], [ItsRow with { TerminalCode = "1" }]));
}
