using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Converting;

public sealed class SamplesInADryRunTests(DryRunOfTheSamples samples, ITestOutputHelper log)
    : IClassFixture<DryRunOfTheSamples>,
        IDisposable
{
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

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_exact_requests_are_kept()
    {
        KeptRequest.AssertExact(samples.Shown(Samples.FuelInvoice), "701", HandWorked.FuelInvoice);
        KeptRequest.AssertExact(samples.Shown(Samples.TankReadings), "702", HandWorked.TankReadings);
        Assert.Equal(4, (await samples.Installation.Listing.GetAsync(Listing.Inserts)).Count);
    }

    // The two documents tell the same volumes of the same second.
    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_second_document_with_the_same_readings_shares_their_inserts()
    {
        var ids = samples.Shown(Samples.TankProductMovement).GetProperty("notification").Items("inserts");

        Assert.Equal(["i3", "i4"], ids.Select(insert => insert.Text("id")));
        KeptRequest.AssertExact(samples.Shown(Samples.TankProductMovement), "702", HandWorked.TankReadings);
        var run = await samples.Installation.RunAsync("show", "n3");
        Assert.Contains("n2 brought the same insert", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Show_writes_the_same_requests_for_people()
    {
        var run = await samples.Installation.RunAsync("show", "n1");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            KeptRequest.AllOf(samples.Shown(Samples.FuelInvoice)),
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
}
