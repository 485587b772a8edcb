using System.Buffers.Text;
using System.Security.Cryptography;

namespace NotifyReceiver.Simulators.Acme.Wire;

/// <summary>Nonces that were given out; each is good once.</summary>
internal sealed class NonceBook
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _good = new(StringComparer.Ordinal);

    public string Give()
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        lock (_gate)
        {
            _good.Add(nonce);
        }
        return nonce;
    }

    public bool Use(string nonce)
    {
        lock (_gate)
        {
            return _good.Remove(nonce);
        }
    }
}
