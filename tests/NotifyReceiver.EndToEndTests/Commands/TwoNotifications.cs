using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Commands;

/// <summary>A running service with two notifications: n1 was converted, n2 is no document at all.</summary>
public sealed class TwoNotifications : IAsyncLifetime
{
    /// <summary>Every byte there is, so that a reader that meddles with any shows.</summary>
    public static readonly byte[] Bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    public Installation Installation { get; } = new();

    public async Task InitializeAsync()
    {
        await Installation.StartAsync();
        await Installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        await Installation.Curl.PostAsync(Installation.Directory.Write("bytes", Bytes), "application/octet-stream");
        await Installation.Listing.WaitForNotificationAsync("n2", "quarantined");
        await Installation.Listing.WaitForInsertsAsync(2, "dry-run");
    }

    public async Task DisposeAsync() => await Installation.DisposeAsync();
}
