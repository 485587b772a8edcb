using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Converting;

public sealed class SamplesInADryRunTests(DryRunOfTheSamples samples, ITestOutputHelper log)
    : IClassFixture<DryRunOfTheSamples>,
        IDisposable
{
    private static readonly string[] EnvelopeMembers =
    [
        "ActionCode",
        "TerminalCode",
        "Protocol",
        "Trama",
        "SystemModel",
        "SystemVersion",
        "MessageFormatVersion",
    ];

    public void Dispose() => log.WriteLine(samples.Installation.Transcript);

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(Samples.FuelInvoice, "n1")]
    [InlineData(Samples.TankReadings, "n2")]
    [InlineData(Samples.TankProductMovement, "n3")]
    public async Task The_answer_names_the_notification_and_where_its_state_is_told(string sample, string id)
    {
        var answer = samples.AnswerTo(sample);

        Assert.Equal(id, answer.Id);
        var address = new Uri(samples.Installation.Program.Webhook, answer.Header("Location"));
        var state = await samples.Installation.Curl.GetAsync(
            address,
            "--header",
            $"Authorization: Bearer {samples.Installation.ApiKey}"
        );
        Assert.Equal(200, state.Status);
        Assert.Equal(id, state.Id);
        Assert.Equal("converted", state.Json.Text("state"));
        var withoutKey = await samples.Installation.Curl.GetAsync(address);
        Assert.Equal(401, withoutKey.Status);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_list_is_one_array_with_the_newest_first()
    {
        var run = await samples.Installation.RunAsync("list", "--json");

        var list = JsonElement.Parse(run.Output);
        Assert.Equal(JsonValueKind.Array, list.ValueKind);
        Assert.Equal(["n3", "n2", "n1"], list.EnumerateArray().Select(notification => notification.Text("id")));
        Assert.Equal(
            ["tank-product-movement", "tank-readings", "fuel-invoice"],
            list.EnumerateArray().Select(notification => notification.Text("profile"))
        );
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(Samples.FuelInvoice, "701")]
    [InlineData(Samples.TankReadings, "702")]
    [InlineData(Samples.TankProductMovement, "702")]
    public Task The_exact_requests_are_kept(string sample, string actionCode)
    {
        var requests = RequestsOf(samples.Shown(sample)).Select(request => JsonElement.Parse(request)).ToList();

        foreach (var request in requests)
        {
            Assert.Equal(EnvelopeMembers, request.EnumerateObject().Select(member => member.Name));
            Assert.Equal(actionCode, request.Text("ActionCode"));
            Assert.Equal("ABC0123456789", request.Text("TerminalCode"));
            Assert.Equal("Native", request.Text("Protocol"));
            Assert.Equal("NotifyReceiver", request.Text("SystemModel"));
            Assert.Equal("1.0", request.Text("SystemVersion"));
            Assert.Equal("1.0", request.Text("MessageFormatVersion"));
        }
        HandWorked.AssertSame(HandWorked.Of(sample), requests.SelectMany(request => request.Items("Trama")));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Show_writes_the_same_requests_for_people()
    {
        var run = await samples.Installation.RunAsync("show", "n1");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            RequestsOf(samples.Shown(Samples.FuelInvoice)),
            request => Assert.Contains(request, run.Output, StringComparison.Ordinal)
        );
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Nothing_leaves()
    {
        var inserts = await samples.Installation.Listing.GetAsync(Listing.Inserts);

        Assert.Equal(4, inserts.Count);
        Assert.All(inserts, insert => Assert.Equal("dry-run", insert.Text("state")));
        foreach (var insert in inserts)
        {
            var shown = await samples.Installation.Listing.ShowAsync(insert.Text("id"));
            Assert.All(
                shown.Items("attempts"),
                attempt => Assert.Equal(JsonValueKind.Null, attempt.GetProperty("address").ValueKind)
            );
        }
        Assert.False(samples.WayOut.Sprung);
    }

    // The two documents with readings are about the same moment, so the later one's inserts have an attempt for each.
    private static IReadOnlyList<string> RequestsOf(JsonElement shown) =>
        [.. shown.Items("inserts").Select(insert => insert.Items("attempts")[^1].Text("request"))];
}
