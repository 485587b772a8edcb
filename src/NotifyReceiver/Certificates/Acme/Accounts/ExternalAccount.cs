using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Certificates.Acme.Accounts;

/// <summary>An account at the CA that exists outside of ACME, and the key that proves it (RFC 8555 section 7.3.4).</summary>
internal sealed class ExternalAccount
{
    private readonly byte[] _hmacKey;

    private ExternalAccount(string keyId, byte[] hmacKey)
    {
        KeyId = keyId;
        _hmacKey = hmacKey;
    }

    public string KeyId { get; }

    /// <summary>Null when the key is not base64url, with or without padding; CAs that hand out plain base64 are understood.</summary>
    /// <param name="keyId">As the CA gave it.</param>
    /// <param name="hmacKey">As the CA gave it. A secret.</param>
    public static ExternalAccount? From(string keyId, string hmacKey)
    {
        var text = hmacKey.Trim().TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return text.Length > 0 && Base64Url.IsValid(text)
            ? new ExternalAccount(keyId, Base64Url.DecodeFromChars(text))
            : null;
    }

    /// <summary>What a new account's key is bound with.</summary>
    public JsonObject Bind(AccountKey key, Uri newAccount) =>
        Jws.Sign(
            new JwsSigner("HS256", Jwk: null, KeyId, bytes => HMACSHA256.HashData(_hmacKey, bytes)),
            newAccount,
            nonce: null,
            key.Jwk
        );

    public override string ToString() => KeyId;
}
