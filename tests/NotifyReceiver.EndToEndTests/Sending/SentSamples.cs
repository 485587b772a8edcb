using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.EndToEndTests.Sending;

/// <summary>The three samples posted with <c>post</c> to a service that sends to a simulated host.</summary>
public sealed class SentSamples : IAsyncLifetime
{
    private AtionetSimulator? _ationet;

    public Installation Installation { get; } = new();

    public AtionetSimulator Ationet => _ationet!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync();
        Installation.SendTo(Ationet);
        await Installation.StartAsync();
        foreach (var sample in new[] { Samples.FuelInvoice, Samples.TankReadings, Samples.TankProductMovement })
        {
            var post = await Installation.RunAsync("post", Samples.PathOf(sample));
            Assert.True(post.ExitCode == 0, $"{post}\n{Installation.Transcript}");
        }
        await Installation.Listing.WaitForNotificationAsync("n3", "converted");
        await Installation.Listing.WaitForInsertsAsync(4, "accepted");
    }

    public async Task DisposeAsync()
    {
        await Installation.DisposeAsync();
        if (_ationet is not null)
        {
            await _ationet.DisposeAsync();
        }
    }
}
