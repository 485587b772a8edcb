namespace NotifyReceiver.Dispatching.Sending;

/// <summary>
/// Whether ATIONET may be called. Once it has refused the credentials nothing more is sent, because accounts may lock; they
/// are read at start, so a restart with better ones begins anew.
/// </summary>
internal sealed class DestinationState
{
    private volatile string? _refusal;

    /// <summary>Why nothing is sent; null while all is well.</summary>
    public string? Refusal => _refusal;

    public void Stop(string refusal) => _refusal = refusal;
}
