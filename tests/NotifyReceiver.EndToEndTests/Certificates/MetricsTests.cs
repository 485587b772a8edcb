using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates;

public sealed class MetricsTests(ITestOutputHelper log)
{
    [Fact(Timeout = Deadline.OfTest)]
    public async Task Prometheus_own_tool_finds_nothing_wrong_with_the_figures()
    {
        await using var installation = new Installation(log);
        var program = await installation.StartAsync();
        await installation.RunOtherAsync("curl", "--silent", "--insecure", $"{program.Webhook}");

        var scrape = await installation.RunOtherAsync(
            "curl",
            "--silent",
            "--show-error",
            $"{new Uri(program.Admin, "/metrics")}"
        );
        installation.Directory.Write("scrape", scrape.Output);
        var check = await installation.RunOtherAsync("sh", "-c", "promtool check metrics < scrape");

        Assert.True(check.ExitCode == 0 && check.All.Trim().Length == 0, $"{check}\n{scrape}");
        Assert.Contains(
            "notify_receiver_certificate_not_after_timestamp_seconds{lineage=\"self-signed\"",
            scrape.Output,
            StringComparison.Ordinal
        );
    }
}
