using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Sending;

public sealed class SentSamplesTests(SentSamples sent, ITestOutputHelper log) : IClassFixture<SentSamples>, IDisposable
{
    public void Dispose() => log.WriteLine($"{sent.Ationet}\n{sent.Installation.Transcript}");

    [Fact(Timeout = Deadline.OfTest)]
    public Task The_host_holds_exactly_the_deliveries_worked_by_hand()
    {
        HandWorked.AssertSame(HandWorked.FuelInvoice, sent.Ationet.Deliveries.Select(delivery => delivery.Row));
        Assert.All(sent.Ationet.Deliveries, delivery => Assert.Equal("ABC0123456789", delivery.Terminal));
        return Task.CompletedTask;
    }

    // Both documents with readings tell the same volumes of the same second: the first to come is the one that counts.
    [Fact(Timeout = Deadline.OfTest)]
    public Task The_host_holds_exactly_the_readings_worked_by_hand()
    {
        HandWorked.AssertSame(HandWorked.TankReadings, sent.Ationet.Inventories.Select(inventory => inventory.Row));
        Assert.All(sent.Ationet.Inventories, inventory => Assert.Equal("ABC0123456789", inventory.Terminal));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Deadline.OfTest)]
    public Task The_host_finds_nothing_wrong_and_nothing_twice()
    {
        Assert.Empty(sent.Ationet.Violations);
        Assert.Empty(sent.Ationet.Duplicates);
        // Each delivery goes alone; the two readings of the terminal share a request.
        Assert.Equal(
            ["701", "701", "702"],
            sent.Ationet.Requests.Select(request => JsonElement.Parse(request.Body).Text("ActionCode"))
        );
        return Task.CompletedTask;
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_list_shows_each_insert_accepted_at_the_first_attempt()
    {
        var inserts = await sent.Installation.Listing.GetAsync(Listing.Inserts);

        Assert.Equal(
            ["delivery 01", "delivery 02", "inventory 01", "inventory 02"],
            inserts.Select(insert => $"{insert.Text("kind")} {insert.Text("tankNumber")}")
        );
        Assert.All(inserts, insert => Assert.Equal("accepted", insert.Text("state")));
        Assert.All(inserts, insert => Assert.Equal(1, insert.Number("attempts")));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Show_holds_request_and_reply_as_they_went_over_the_wire()
    {
        var shown = await sent.Installation.Listing.ShowAsync("i1");

        var attempt = Assert.Single(shown.Items("attempts"));
        var seen = sent.Ationet.Requests[0];
        Assert.Equal(seen.Body, attempt.Text("request"));
        Assert.Equal(seen.Answer, attempt.Text("reply"));
        Assert.Equal(200, attempt.Number("status"));
        Assert.Equal($"POST {sent.Ationet.BaseUrl}/v1/fms", attempt.Text("address"));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_the_host_has_accepted_is_not_sent_again_by_a_replay()
    {
        var replay = await sent.Installation.RunAsync("release", "i1");

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("ATIONET has accepted i1", replay.Error, StringComparison.Ordinal);
        Assert.Equal(2, sent.Ationet.Deliveries.Count);
    }
}
