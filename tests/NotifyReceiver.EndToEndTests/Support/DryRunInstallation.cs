namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>One service with nothing configured, shared by tests that do not disturb each other.</summary>
public sealed class DryRunInstallation : IAsyncLifetime
{
    public Installation Installation { get; } = new();

    public Task InitializeAsync() => Installation.StartAsync();

    public async Task DisposeAsync() => await Installation.DisposeAsync();
}
