using Microsoft.Extensions.Hosting;

namespace NotifyReceiver.Tests.Certificates.Renewing.Support;

/// <summary>A service that has started, and is not asked to stop.</summary>
internal sealed class Started : IHostApplicationLifetime
{
    public CancellationToken ApplicationStarted { get; } = new(canceled: true);

    public CancellationToken ApplicationStopping => default;

    public CancellationToken ApplicationStopped => default;

    public void StopApplication() { }
}
