using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Tests.Inserts.Reconciling;

public sealed class ResemblanceTests
{
    private static readonly OwnInsert Own = Listed.Delivery();
    private static readonly DownloadedRow Row = Listed.Row(Own);

    [Fact]
    public void What_ATIONET_shows_as_it_was_sent_is_the_same() =>
        Assert.Equal(Likeness.Same, Resemblance.Of(Own, Row));

    [Fact]
    public void Hosts_that_keep_two_decimals_round_or_cut_them()
    {
        Assert.Equal(Likeness.Same, Resemblance.Of(Own, Row with { Volume = 15898.73m }));
        Assert.Equal(Likeness.Same, Resemblance.Of(Own, Row with { Volume = 15898.72m }));
        Assert.Equal(Likeness.Same, Resemblance.Of(Listed.Delivery(volume: "10"), Row with { Volume = 10.01m }));
    }

    [Fact]
    public void Hosts_that_keep_minutes_show_no_seconds() =>
        Assert.Equal(Likeness.Same, Resemblance.Of(Own, Row with { OccurredAt = Listed.Clock("2026/01/15 04:31:00") }));

    [Fact]
    public void A_product_may_be_shown_by_its_general_code() =>
        Assert.Equal(Likeness.Same, Resemblance.Of(Own, Row with { ProductCode = "7", FuelMasterCode = "001" }));

    [Fact]
    public void Spaces_around_a_code_and_an_empty_invoice_for_none_do_not_count()
    {
        var spaced = Row with { TerminalCode = $"{Listed.Terminal}  ", TankNumber = "01 ", InvoiceNumber = " INV1" };

        Assert.Equal(Likeness.Same, Resemblance.Of(Own, spaced));
        Assert.Equal(Likeness.Same, Resemblance.Of(Listed.Delivery(invoice: null), Row with { InvoiceNumber = "" }));
    }

    public static TheoryData<string, Func<object>> Alterations =>
        new()
        {
            { "by another second", () => Row.MovedOn(TimeSpan.FromSeconds(1)) },
            { "by the minute after, where a host rounds", () => Row.MovedOn(TimeSpan.FromSeconds(48)) },
            { "by a zone", () => Row.MovedOn(TimeSpan.FromHours(5)) },
            { "by another of its dates", () => Row.MovedOn(TimeSpan.FromDays(-3)) },
            { "with no readable date-time", () => Row with { OccurredAt = null } },
            { "without a terminal, as what is entered by hand", () => Row with { TerminalCode = null } },
            { "with its terminal in other letters", () => Row with { TerminalCode = "abc0123456789" } },
            { "with its tank as a number", () => Row with { TankNumber = "1" } },
            { "without its tank", () => Row with { TankNumber = null } },
            { "with its product as a number", () => Row with { ProductCode = "1" } },
            { "without its product", () => Row with { ProductCode = null, FuelMasterCode = null } },
            { "with its product by a general code alone", () => Row with { ProductCode = null } },
            { "under another product", () => Row with { ProductCode = "019" } },
            { "in whole litres", () => Row with { Volume = 15899 } },
            { "without its volume", () => Row with { Volume = null } },
            { "without its invoice, as an older host lists it", () => Row with { InvoiceNumber = null } },
            { "with its invoice in other letters", () => Row with { InvoiceNumber = "inv1" } },
        };

    [Theory]
    [MemberData(nameof(Alterations))]
    public void What_a_host_may_have_altered_is_similar(string how, Func<object> alter) =>
        Assert.True(Likeness.Similar == Resemblance.Of(Own, (DownloadedRow)alter()), how);

    public static TheoryData<string, Func<object>> Others =>
        new()
        {
            { "kind", () => Row with { Kind = RowKind.Inventory } },
            { "terminal", () => Row with { TerminalCode = "ABC0123456780" } },
            { "tank", () => Row with { TankNumber = "02" } },
            { "invoice", () => Row with { InvoiceNumber = "INV2" } },
            { "volume", () => Row with { Volume = 15900m } },
            { "volume at another time", () => (Row with { Volume = 15899m }).MovedOn(TimeSpan.FromHours(1)) },
            { "product at another time", () => (Row with { ProductCode = "9" }).MovedOn(TimeSpan.FromHours(1)) },
            { "volume beyond all measure", () => Row with { Volume = decimal.MinValue } },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_delivery_of_another(string what, Func<object> other) =>
        Assert.True(Likeness.Other == Resemblance.Of(Own, (DownloadedRow)other()), what);

    [Fact]
    public void An_invoice_that_we_do_not_know_may_have_been_added() =>
        Assert.Equal(Likeness.Similar, Resemblance.Of(Listed.Delivery(invoice: null), Row));

    [Fact]
    public void A_reading_is_the_same_or_another_one()
    {
        var own = Listed.Inventory();
        var row = Listed.Row(own);

        Assert.Equal(Likeness.Same, Resemblance.Of(own, row));
        Assert.Equal(Likeness.Same, Resemblance.Of(own, row with { InvoiceNumber = "of no meaning" }));
        Assert.Equal(Likeness.Other, Resemblance.Of(own, row.MovedOn(TimeSpan.FromHours(1))));
        Assert.Equal(Likeness.Other, Resemblance.Of(own, row with { Volume = null }));
        Assert.Equal(Likeness.Same, Resemblance.Of(own with { Volume = null }, row with { Volume = null }));
        Assert.Equal(Likeness.Other, Resemblance.Of(own with { Volume = null }, row));
    }
}
