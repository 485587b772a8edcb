using System.Globalization;
using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Tests.Ationet.Downloads;

/// <summary>What is asked, held against what ATIONET's own SDK was captured asking.</summary>
public sealed class DownloadWireTests
{
    [Theory]
    [InlineData("ationet-sdk-download-deliveries.http", "701")]
    [InlineData("ationet-sdk-download-inventories.http", "702")]
    public async Task What_arrives_at_the_host_is_what_the_sdk_sent_to_the_last_character(string capture, string rows)
    {
        var kind = Enum.Parse<RowKind>(rows);
        var captured = SdkCapture.Read(
            capture,
            ("\"SiteCode\":\"T1\"", "\"SiteCode\":\"\""),
            ("\"MerchantContractCode\":\"CON\"", "\"MerchantContractCode\":\"\""),
            ("\"MerchantCode\":\"MER\"", "\"MerchantCode\":\"\"")
        );
        await using var host = await AtionetSimulator.StartAsync(
            new() { DownloadUserName = "user1", DownloadPassword = "pass1" }
        );
        using var client = AtionetHttp.CreateClient();
        var destination = TestDestination.At(host.BaseUrl) with { Download = new Credentials("user1", "pass1") };
        var request = new DownloadRequest(kind, "SUB", Time("2026-11-01T13:04:05"), Time("2026-11-02"));

        var download = await new DownloadClient(
            client,
            destination,
            TestDestination.Timeout,
            TimeProvider.System
        ).DownloadAsync(kind, request.ToJson("model", "1.0"));

        captured.AssertSameAs(Assert.Single(host.Requests));
        Assert.Empty(host.Violations);
        Assert.Empty(Assert.IsType<Download.Rows>(download).All);
    }

    [Theory]
    [InlineData("ABC0123456789", "ABC")]
    [InlineData("ABC", "ABC")]
    [InlineData("T1", "T1")]
    public void The_network_is_how_a_terminal_code_begins(string terminal, string network) =>
        Assert.Equal(network, DownloadRequest.SubscriberOf(terminal));

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
