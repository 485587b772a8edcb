using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Converting;

/// <summary>The three samples posted with curl, one after the other, and what <c>show</c> said of each.</summary>
public sealed class DryRunOfTheSamples : IAsyncLifetime
{
    private readonly Dictionary<string, HttpAnswer> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _shown = new(StringComparer.Ordinal);

    public Installation Installation { get; } = new();

    /// <summary>Stands in for the way out of this machine: whoever calls any host by name meets it.</summary>
    public Trap WayOut { get; } = new();

    public HttpAnswer AnswerTo(string sample) => _answers[sample];

    public JsonElement Shown(string sample) => _shown[sample];

    public async Task InitializeAsync()
    {
        var program = await Installation.StartBehindAsync(WayOut.Address);
        await program.WaitForOutputAsync("profiles");
        foreach (var sample in new[] { Samples.FuelInvoice, Samples.TankReadings, Samples.TankProductMovement })
        {
            var answer = await Installation.Curl.PostSampleAsync(sample);
            Assert.True(answer.Status == 202, $"{answer}\n{Installation.Transcript}");
            _answers[sample] = answer;
            await Installation.Listing.WaitForAsync(Listing.Notifications, all => IsSettled(all, answer.Id));
            _shown[sample] = await Installation.Listing.ShowAsync(answer.Id);
        }
    }

    public async Task DisposeAsync()
    {
        await Installation.DisposeAsync();
        WayOut.Dispose();
    }

    private static bool IsSettled(IEnumerable<JsonElement> all, string id)
    {
        var notification = all.Single(one => one.Text("id") == id);
        return notification.Text("state") == "converted"
            && notification.Items("inserts").All(insert => insert.Text("state") == "dry-run");
    }
}
