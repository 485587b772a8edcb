using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Receiving;

public sealed class DoorTests(DryRunInstallation shared, ITestOutputHelper log)
    : IClassFixture<DryRunInstallation>,
        IDisposable
{
    private Installation Installation => shared.Installation;

    public void Dispose() => log.WriteLine(Installation.Transcript);

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_is_told_at_the_admin_address_alone(string path, string status)
    {
        var inside = await Installation.Curl.GetAsync(new Uri(Installation.Program.Admin, path));
        var outside = await Installation.Curl.GetAsync(new Uri(Installation.Program.Webhook, path));

        Assert.Equal(200, inside.Status);
        Assert.Equal(status, inside.Json.Text("status"));
        Assert.Equal(404, outside.Status);
        Assert.Equal("urn:notify-receiver:problem:not-found", outside.Json.Text("type"));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Ready_tells_of_the_store_of_the_host_and_of_what_was_taught()
    {
        var ready = await Installation.Curl.GetAsync(new Uri(Installation.Program.Admin, "/health/ready"));

        var checks = ready.Json.Items("checks");
        Assert.Equal(
            ["storage", "ationet", "petrosoft", "catch-up", "retention", "sites", "profiles", "certificates"],
            checks.Select(check => check.Text("name"))
        );
        Assert.All(checks, check => Assert.Equal(JsonValueKind.True, check.GetProperty("ok").ValueKind));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_webhook_does_not_answer_at_the_admin_address()
    {
        var door = new Uri(Installation.Program.Admin, Installation.Program.Webhook.AbsolutePath);

        var answer = await Installation.Curl.CallAsync(
            "--header",
            $"X-Api-Key: {Installation.ApiKey}",
            "--header",
            "Content-Type: application/xml",
            "--data-binary",
            $"@{Samples.PathOf(Samples.FuelInvoice)}",
            $"{door}"
        );

        Assert.Equal(404, answer.Status);
        Assert.Empty(await Installation.Listing.GetAsync(Listing.Notifications));
    }
}
