namespace NotifyReceiver.Ationet;

/// <summary>Stands in for the host while none is configured: nothing leaves this machine.</summary>
internal sealed class DryRun : IAtionet
{
    private static readonly Attempt NotSent = new(
        new Outcome.NotSent("Ationet:BaseUrl is not set, so nothing was sent"),
        Status: null,
        Reply: null
    );

    public string? Address => null;

    public Task<Attempt> SendAsync(string body) => Task.FromResult(NotSent);
}
