using System.Security.Cryptography;
using System.Text.Json;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>RFC 8555 section 7.3.4.</summary>
internal static class ExternalBinding
{
    /// <summary>Which external account the new one is bound to; null where none is needed.</summary>
    public static string? KeyIdOf(
        JsonElement payload,
        SignerKey key,
        Uri address,
        IReadOnlyDictionary<string, string> accounts
    )
    {
        if (accounts.Count == 0)
        {
            return null;
        }
        if (!payload.TryGetProperty("externalAccountBinding", out var binding))
        {
            throw new RefusalException(403, "externalAccountRequired", "an account here is bound to one of ours");
        }
        var jws = Jws.Read(binding);
        if (jws.Algorithm != "HS256" || jws.Nonce is not null || jws.Jwk is not null || jws.Url != address.AbsoluteUri)
        {
            throw RefusalException.Violation(
                "the binding is to be HS256, without nonce and jwk, with the url of the request"
            );
        }
        if (SignerKey.Read(Jws.Parse(jws.Payload)).Text != key.Text)
        {
            throw RefusalException.Violation("the binding is not for the key that signs the request");
        }
        if (!accounts.TryGetValue(jws.KeyId ?? "", out var secret))
        {
            throw new RefusalException(403, "unauthorized", $"there is no external account {jws.KeyId}");
        }
        var mac = HMACSHA256.HashData(Base64.Decode(secret, "the HMAC key"), jws.Signed);
        return CryptographicOperations.FixedTimeEquals(mac, jws.Signature)
            ? jws.KeyId
            : throw new RefusalException(
                403,
                "unauthorized",
                "the binding is not signed with the HMAC key of the external account"
            );
    }
}
