using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace NotifyReceiver.Certificates.Acme.Signing;

/// <summary>Signed requests in the flattened form (RFC 8555 section 6.2).</summary>
internal static class Jws
{
    /// <param name="address">Where it is sent: it is signed too.</param>
    /// <param name="nonce">Null inside another signed request, where there must be none.</param>
    /// <param name="payload">JSON; empty asks for what is at the address (POST-as-GET, section 6.3).</param>
    public static JsonObject Sign(JwsSigner signer, Uri address, string? nonce, string payload)
    {
        var header = new JsonObject { ["alg"] = signer.Algorithm };
        if (signer.Jwk is not null)
        {
            header["jwk"] = JsonNode.Parse(signer.Jwk);
        }
        if (signer.KeyId is not null)
        {
            header["kid"] = signer.KeyId;
        }
        if (nonce is not null)
        {
            header["nonce"] = nonce;
        }
        header["url"] = address.AbsoluteUri;
        var protectedHeader = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
        var encodedPayload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload));
        var signature = signer.Sign(Encoding.ASCII.GetBytes($"{protectedHeader}.{encodedPayload}"));
        return new JsonObject
        {
            ["protected"] = protectedHeader,
            ["payload"] = encodedPayload,
            ["signature"] = Base64Url.EncodeToString(signature),
        };
    }
}
