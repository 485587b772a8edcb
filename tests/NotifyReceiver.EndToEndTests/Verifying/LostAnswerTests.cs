using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Verifying;

/// <summary>A delivery whose answer never comes, with a user who may look up what ATIONET has.</summary>
public sealed class LostAnswerTests(ITestOutputHelper log)
{
    private const string Insert = "/v1/fms";

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("reset")]
    [InlineData("cut short")]
    [InlineData("HTTP 500")]
    public async Task A_delivery_that_the_host_has_is_found_there_and_not_sent_again(string answer)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        var how = answer switch
        {
            "reset" => AtionetMisbehaviour.ResetAfterStoring(),
            "cut short" => AtionetMisbehaviour.TruncatedSuccess(),
            _ => AtionetMisbehaviour.Status(500) with { Stored = true },
        };

        var attempts = await SendAsync(installation, ationet, how);

        Assert.Equal(["insert", "verify"], await installation.Listing.PurposesAsync("i1"));
        Assert.Single(ationet.Requests, request => request.Path == Insert);
        var row = Assert.Single(ationet.Deliveries);
        Assert.Contains($"ATIONET has it, as {row.Id}", attempts[^1].Text("found"), StringComparison.OrdinalIgnoreCase);
        var shown = await installation.RunAsync("show", "i1");
        Assert.Contains("    look 1  ", shown.Output, StringComparison.Ordinal);
        Assert.Contains("ATIONET has it", shown.Output, StringComparison.Ordinal);
        Assert.Empty(ationet.Violations);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_delivery_that_the_host_does_not_have_is_sent_again()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);

        var attempts = await SendAsync(installation, ationet, AtionetMisbehaviour.ResetBeforeStoring());

        Assert.Equal(["insert", "verify", "insert"], await installation.Listing.PurposesAsync("i1"));
        Assert.Equal(2, ationet.Requests.Count(request => request.Path == Insert));
        Assert.Equal("ATIONET does not have it", attempts[^2].Text("found"));
        Assert.Equal(attempts[0].Text("request"), attempts[^1].Text("request"));
        Assert.Single(ationet.Deliveries);
        Assert.Empty(ationet.Violations);
    }

    /// <returns>The delivery's attempts and looks, once it is accepted.</returns>
    private static async Task<IReadOnlyList<JsonElement>> SendAsync(
        Installation installation,
        AtionetSimulator ationet,
        AtionetMisbehaviour how
    )
    {
        installation.SendTo(ationet);
        installation.LookUpAt(ationet);
        ationet.Misbehave(how with { Times = 1 });
        await installation.StartAsync();
        await installation.Curl.PostTextAsync(new Invoice("INV-1").ToXml(), Samples.Xml);
        await installation.Listing.WaitForInsertsAsync(1, "accepted");
        return (await installation.Listing.ShowAsync("i1")).Items("attempts");
    }
}
