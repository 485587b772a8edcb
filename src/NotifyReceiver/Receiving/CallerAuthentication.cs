using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Receiving;

/// <summary>Who is calling, told by the key. Pure: headers in, verdict out.</summary>
internal sealed class CallerAuthentication(IEnumerable<string> keys)
{
    public const string KeyHeader = "X-Api-Key";

    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";
    private const int FingerprintLength = 8;

    private readonly AcceptedKey[] _accepted =
    [
        .. keys.Select(key => new AcceptedKey(
            new Verdict.Known(NameOf(key)),
            SHA256.HashData(Encoding.UTF8.GetBytes(key))
        )),
    ];

    public Verdict Judge(IHeaderDictionary headers)
    {
        if (KeyOf(headers) is not { } key)
        {
            return new Verdict.NoKey();
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        AcceptedKey? known = null;
        foreach (var accepted in _accepted)
        {
            // Every key is compared, each in constant time: how long it takes tells nothing.
            known = CryptographicOperations.FixedTimeEquals(accepted.Hash, hash) ? accepted : known;
        }
        return known is null ? new Verdict.WrongKey() : known.Verdict;
    }

    private static string? KeyOf(IHeaderDictionary headers)
    {
        var key = headers[KeyHeader].ToString();
        if (key.Length > 0)
        {
            return key;
        }
        var authorization = headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return authorization[Bearer.Length..].Trim();
        }
        return authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            ? PasswordOf(authorization[Basic.Length..].Trim())
            : null;
    }

    // Some senders can give a user and a password and nothing else; the user is theirs to choose. What cannot be read is a wrong key.
    private static string PasswordOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return
            Convert.TryFromBase64String(credentials, bytes, out var length)
            && bytes.AsSpan(0, length).IndexOf((byte)':') is >= 0 and var colon
            ? Encoding.UTF8.GetString(bytes.AsSpan(colon + 1, length - colon - 1))
            : "";
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

    private sealed record AcceptedKey(Verdict.Known Verdict, byte[] Hash);
}
