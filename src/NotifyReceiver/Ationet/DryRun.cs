namespace NotifyReceiver.Ationet;

/// <summary>Stands in for the host while none is configured: nothing leaves this machine.</summary>
internal sealed class DryRun : IAtionet
{
    private static readonly Attempt NotSent = new(
        new Outcome.NotSent("dry run: Ationet:BaseUrl is not set, so this was not sent"),
        Status: null,
        Reply: null
    );

    public string Address => $"POST {FmsRequest.Path} (dry run)";

    public Task<Attempt> SendAsync(string body) => Task.FromResult(NotSent);
}
