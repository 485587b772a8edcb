using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Receiving;

/// <summary>Who is calling, told by the key. Pure: headers in, verdict out.</summary>
internal sealed class CallerAuthentication(IEnumerable<string> keys)
{
    public const string KeyHeader = "X-Api-Key";

    private const string Bearer = "Bearer ";
    private const int FingerprintLength = 8;

    private readonly IReadOnlyList<AcceptedKey> _accepted =
    [
        .. keys.Select(key => new AcceptedKey(NameOf(key), SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
    ];

    public Verdict Judge(IHeaderDictionary headers)
    {
        if (KeyOf(headers) is not { } key)
        {
            return new Verdict.NoKey();
        }
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        AcceptedKey? known = null;
        foreach (var accepted in _accepted)
        {
            // Every key is compared, each in constant time: how long it takes tells nothing.
            known = CryptographicOperations.FixedTimeEquals(accepted.Hash, hash) ? accepted : known;
        }
        return known is null ? new Verdict.WrongKey() : new Verdict.Known(known.Name);
    }

    private static string? KeyOf(IHeaderDictionary headers)
    {
        var key = headers[KeyHeader].ToString();
        if (key.Length > 0)
        {
            return key;
        }
        var authorization = headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : null;
    }

    // Told apart in logs and lists by a piece of a hash, from which no key can be made, and which stays when the list changes.
    private static string NameOf(string key) =>
        $"key {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..FingerprintLength]}";

    internal abstract record Verdict
    {
        internal sealed record Known(string Credential) : Verdict;

        internal sealed record NoKey : Verdict;

        internal sealed record WrongKey : Verdict;
    }

    private sealed record AcceptedKey(string Name, byte[] Hash);
}
