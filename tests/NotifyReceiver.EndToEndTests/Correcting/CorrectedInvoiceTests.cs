using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Correcting;

/// <summary>
/// ATIONET has the first version: 4200 usgal x 3.785411784 = 15898.7294928 l. The second says 4300, 16277.2706712 l.
/// </summary>
public sealed class CorrectedInvoiceTests(ITestOutputHelper log)
{
    private const decimal First = 15898.729m;
    private const decimal Second = 16277.271m;

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_corrected_version_is_held_and_shown_with_its_difference_and_what_can_be_decided(bool isFetched)
    {
        await using var station = await AcceptedAndCorrectedAsync(isFetched);

        var text = await station.Installation.RunAsync("show", "i2");
        var json = await station.Installation.Listing.ShowAsync("i2");

        Assert.Equal(
            """
                reason    this may correct i1, which is accepted: invoice INV-1, tank 01, product 001, 2026/01/15 00:00:00, 15898.729
                differs   TotalVolume: 15898.729 → 16277.271 (+378.542)
                decide    release i2: send it beside i1, as another delivery
                          release i2 --difference: send only what it has more than i1
                          dismiss i2: never send it; i1 is right, or was corrected in the portal
            """,
            string.Join('\n', text.Output.Split('\n')[1..6])
        );
        Assert.Equal("i1", json.GetProperty("insert").Text("corrects"));
        var difference = Assert.Single(json.Items("differences"));
        Assert.Equal("TotalVolume", difference.Text("field"));
        Assert.Equal(378.542m, difference.GetProperty("change").GetDecimal());
        await station.PassALaterInvoiceAsync();
        Assert.Equal([First], station.ArrivedVolumes);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_the_difference_is_sent_when_an_operator_says_so(bool isFetched)
    {
        await using var station = await AcceptedAndCorrectedAsync(isFetched);

        var release = await station.Installation.RunAsync("release", "i2", "--difference");

        Assert.Equal(
            "of i2 only the difference to i1 will be sent: tank 01, product 001, 378.542, of 16277.271\n",
            release.Output
        );
        await station.WaitForInsertAsync("i2", "accepted");
        // 16277.271 - 15898.729
        Assert.Equal([First, 378.542m], station.ArrivedVolumes);
        var show = await station.Installation.RunAsync("show", "i2");
        Assert.Contains("    sends     only the difference to i1\n", show.Output, StringComparison.Ordinal);
        Assert.Equal("release the difference i2\n", await station.ActsAsync());
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task It_is_sent_whole_when_an_operator_says_so()
    {
        await using var station = await AcceptedAndCorrectedAsync(isFetched: true);

        var release = await station.Installation.RunAsync("release", "i2");

        Assert.Equal(
            "i2 will be sent whole: tank 01, product 001, 16277.271, beside i1, which ATIONET has accepted\n",
            release.Output
        );
        await station.WaitForInsertAsync("i2", "accepted");
        Assert.Equal([First, Second], station.ArrivedVolumes);
        Assert.Equal("release i2\n", await station.ActsAsync());
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task It_is_never_sent_once_it_is_dismissed()
    {
        await using var station = await AcceptedAndCorrectedAsync(isFetched: true);

        var dismiss = await station.Installation.RunAsync("dismiss", "i2");
        await station.PassALaterInvoiceAsync();
        var replay = await station.Installation.RunAsync("replay", "i2");

        Assert.Equal("i2 is dismissed\n", dismiss.Output);
        Assert.Equal(1, replay.ExitCode);
        await station.WaitForInsertAsync("i2", "dismissed");
        Assert.Equal([First], station.ArrivedVolumes);
        Assert.Equal("dismiss i2\n", await station.ActsAsync());
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_third_version_takes_the_place_of_the_one_that_is_held()
    {
        await using var station = await AcceptedAndCorrectedAsync(isFetched: true);

        await station.PublishAsync("4400.0");
        await station.WaitForInsertAsync("i2", "withdrawn");
        await station.WaitForInsertAsync("i3", "held");
        await station.Installation.RunAsync("release", "i3", "--difference");

        await station.WaitForInsertAsync("i3", "accepted");
        // 4400 usgal x 3.785411784 = 16655.8118496 l; 16655.812 - 15898.729
        Assert.Equal([First, 757.083m], station.ArrivedVolumes);
    }

    private async Task<Station> AcceptedAndCorrectedAsync(bool isFetched)
    {
        var station = await Station.StartAsync(log);
        await (isFetched ? station.PublishAsync("4200.0") : station.CarryAsync("4200.0"));
        await station.WaitForInsertAsync("i1", "accepted");
        await (isFetched ? station.PublishAsync("4300.0") : station.CarryAsync("4300.0"));
        await station.WaitForInsertAsync("i2", "held");
        return station;
    }
}
