using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Tests.Inserts.Reconciling;

public sealed class RowsByTerminalTests
{
    private static readonly DownloadedRow Own = Listed.Row(Listed.Delivery());
    private static readonly DownloadedRow Others = Own with { TerminalCode = "ABC999", SiteCode = "SITE9" };

    [Fact]
    public void A_terminal_has_the_rows_that_name_it() =>
        Assert.Equal([Own], new RowsByTerminal([Others, Own]).Of(Listed.Terminal));

    [Fact]
    public void Upper_and_lower_case_and_spaces_do_not_make_another_terminal()
    {
        var spaced = Own with { TerminalCode = " abc0123456789 " };

        Assert.Equal([spaced], new RowsByTerminal([spaced]).Of(Listed.Terminal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void What_names_a_site_alone_is_of_the_terminals_of_that_site(string? terminal)
    {
        var byHand = Own with { Id = "by hand", TerminalCode = terminal };
        var rows = new RowsByTerminal([byHand, Own, Others]);

        Assert.Equal([Own, byHand], rows.Of(Listed.Terminal));
        Assert.Equal([Others], rows.Of("ABC999"));
        Assert.Empty(rows.Nobodys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SITE5")]
    public void What_names_no_terminal_and_no_site_of_one_is_nobodys(string? site)
    {
        var nameless = Own with { TerminalCode = null, SiteCode = site };
        var rows = new RowsByTerminal([nameless, Own, Others with { SiteCode = "" }]);

        Assert.Equal([nameless], rows.Nobodys);
        Assert.Equal([Own], rows.Of(Listed.Terminal));
    }
}
