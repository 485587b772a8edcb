using System.Text;
using System.Text.Json;

namespace NotifyReceiver.Simulators.Acme.Wire;

/// <summary>A JWS in the flattened form, taken apart; nobody has verified it yet (RFC 8555 section 6.2).</summary>
internal sealed record Jws(JsonElement Header, byte[] Payload, byte[] Signed, byte[] Signature)
{
    private static readonly string[] Members = ["protected", "payload", "signature"];

    public string Algorithm =>
        Text("alg") ?? throw RefusalException.Violation("the protected header has no alg", "badSignatureAlgorithm");

    public string? KeyId => Text("kid");

    public string? Nonce => Text("nonce");

    public string? Url => Text("url");

    public JsonElement? Jwk => Header.TryGetProperty("jwk", out var jwk) ? jwk : null;

    public static Jws Read(JsonElement json)
    {
        if (
            json.ValueKind != JsonValueKind.Object
            || !json.EnumerateObject().Select(member => member.Name).Order().SequenceEqual(Members.Order())
            || json.EnumerateObject().Any(member => member.Value.ValueKind != JsonValueKind.String)
        )
        {
            throw RefusalException.Violation(
                "the body is no JWS of protected, payload and signature, and nothing else"
            );
        }
        var (header, payload) = (json.GetProperty(Members[0]).GetString()!, json.GetProperty(Members[1]).GetString()!);
        var parsed = Parse(Base64.Decode(header, "protected"));
        return parsed.ValueKind != JsonValueKind.Object
            ? throw RefusalException.Violation("the protected header is no JSON object")
            : new Jws(
                parsed,
                Base64.Decode(payload, "payload"),
                Encoding.ASCII.GetBytes($"{header}.{payload}"),
                Base64.Decode(json.GetProperty(Members[2]).GetString()!, "signature")
            );
    }

    public static JsonElement Parse(byte[] json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            throw RefusalException.Violation("this is no JSON");
        }
    }

    /// <summary>That the key which it names has signed it.</summary>
    public void VerifyBy(SignerKey key)
    {
        if (Algorithm != key.Algorithm)
        {
            throw RefusalException.Violation($"{Algorithm} is not what this key signs with", "badSignatureAlgorithm");
        }
        if (!key.HasSigned(Signed, Signature))
        {
            throw RefusalException.Violation("the signature is wrong");
        }
    }

    private string? Text(string name) =>
        Header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
