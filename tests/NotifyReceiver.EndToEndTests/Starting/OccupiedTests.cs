using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Starting;

public sealed class OccupiedTests(ITestOutputHelper log)
{
    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_second_service_on_the_same_data_ends_with_a_readable_line_and_disturbs_nothing()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();

        // With its own ports, so that the data is all that the two share.
        var second = await installation.RunAsync("run", "--Receiver:Listen=https://127.0.0.1:0");

        Assert.Equal(1, second.ExitCode);
        Assert.Empty(second.Output);
        var line = Assert.Single(second.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("'data' is in use by another notify-receiver", line, StringComparison.Ordinal);
        var answer = await installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        Assert.Equal(202, answer.Status);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("Receiver:Listen", "https")]
    [InlineData("Admin:Listen", "http")]
    public async Task A_port_in_use_is_told_in_one_line(string setting, string scheme)
    {
        using var occupant = new Trap();
        await using var installation = new Installation(log);
        var port = occupant.Address.Port.ToString(CultureInfo.InvariantCulture);
        installation.Settings[setting] = $"{scheme}://127.0.0.1:{port}";
        installation.Settings["Receiver:ApiKeys"] = "a-key-so-that-none-is-shown";

        var run = await installation.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        var line = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains(installation.Settings[setting], line, StringComparison.Ordinal);
        Assert.Contains("in use", line, StringComparison.Ordinal);
    }
}
