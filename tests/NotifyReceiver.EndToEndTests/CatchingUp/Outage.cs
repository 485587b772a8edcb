using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.EndToEndTests.CatchingUp;

/// <summary>A station whose receiver knows 37 of the week's 1,000 documents, and was down while the others were published.</summary>
internal static class Outage
{
    // 37 in all: ten carried without an id, ten under an id, and seventeen that were named.
    private static readonly IReadOnlyList<int> CarriedWithoutId = [.. Enumerable.Range(101, 10)];
    private static readonly IReadOnlyList<int> CarriedUnderAnId = [.. Enumerable.Range(501, 10)];
    private static readonly IReadOnlyList<int> Named = [.. Enumerable.Range(901, 17)];

    /// <summary>Tells the running service of the 37, and forgets that it asked for some of them.</summary>
    public static async Task TellOfSomeAsync(Installation installation, PetrosoftSimulator petrosoft)
    {
        foreach (var number in CarriedWithoutId)
        {
            await installation.Curl.PostTextAsync(Week.Content(number), Samples.Xml);
        }
        foreach (var number in CarriedUnderAnId)
        {
            string[] id = ["--header", $"X-Notification-Id: evt-{number}"];
            await installation.Curl.PostTextAsync(Week.Content(number), Samples.Xml, id);
        }
        var references = Named.Select(number => new { path = Week.Path(number), documentType = "fuel-invoice" });
        await installation.Curl.PostTextAsync(JsonSerializer.Serialize(references), Samples.Json);
        // The 37 documents, and the notification that names seventeen of them.
        await installation.Listing.WaitForAsync(
            Listing.Notifications,
            all =>
                all.Count(it => it.Text("state") == "converted") == 37
                && all.Count(it => it.Text("state") == "fetched") == 1
        );
        petrosoft.Reset();
    }

    /// <summary>Each was fetched once, but for the one that was under way when something was killed; and nothing else was.</summary>
    public static void AssertFetchedOnce(PetrosoftSimulator petrosoft)
    {
        const string Fetch = "/business-document?path=";
        var times = petrosoft
            .Requests.Where(request => request.Path.StartsWith(Fetch, StringComparison.Ordinal))
            .CountBy(request => Uri.UnescapeDataString(request.Path[Fetch.Length..]), StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        Assert.Equal(
            Week.Numbers.Select(Week.Path).Order(StringComparer.Ordinal),
            times.Keys.Order(StringComparer.Ordinal)
        );
        Assert.InRange(times.Values.Sum(), Week.Documents, Week.Documents + 1);
        Assert.Empty(petrosoft.Violations);
    }
}
