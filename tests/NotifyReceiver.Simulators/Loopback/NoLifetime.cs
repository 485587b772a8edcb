namespace NotifyReceiver.Simulators.Loopback;

/// <summary>Leaves Ctrl+C to whoever runs the simulator: the usual lifetime takes it away from a test run.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
