namespace NotifyReceiver.Certificates.Acme.Transport;

/// <summary>Nonces that the CA gave and nobody has used yet (RFC 8555 section 6.5); the newest is used first.</summary>
internal sealed class Nonces
{
    private const int Most = 20;

    private readonly Lock _gate = new();
    private readonly LinkedList<string> _unused = new();

    public void Keep(string? nonce)
    {
        if (nonce is null)
        {
            return;
        }
        lock (_gate)
        {
            _unused.AddLast(nonce);
            if (_unused.Count > Most)
            {
                _unused.RemoveFirst();
            }
        }
    }

    public string? Take()
    {
        lock (_gate)
        {
            var newest = _unused.Last?.Value;
            if (newest is not null)
            {
                _unused.RemoveLast();
            }
            return newest;
        }
    }

    /// <summary>The CA refused one: what is older than it is no better.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _unused.Clear();
        }
    }
}
