using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NotifyReceiver.Simulators.Acme.Wire;

/// <summary>A key that came as a JWK, and what it signed.</summary>
/// <param name="Text">In the canonical form of RFC 7638.</param>
/// <param name="SubjectPublicKey">The same in DER, to compare with certificates.</param>
internal sealed record SignerKey(string Text, byte[] SubjectPublicKey, string Algorithm)
{
    private const int SmallestRsa = 2048;

    public string Thumbprint { get; } = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Text)));

    public static SignerKey Read(JsonElement jwk) =>
        Member(jwk, "kty") switch
        {
            "EC" => Ec(jwk),
            "RSA" => Rsa(jwk),
            _ => throw RefusalException.Violation("the JWK has no kty that is known here", "badPublicKey"),
        };

    public bool HasSigned(byte[] content, byte[] signature)
    {
        if (Algorithm == "RS256")
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(SubjectPublicKey, out _);
            return rsa.VerifyData(content, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        using var ec = ECDsa.Create();
        ec.ImportSubjectPublicKeyInfo(SubjectPublicKey, out _);
        var hash = Algorithm == "ES384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;
        return ec.VerifyData(content, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static SignerKey Ec(JsonElement jwk)
    {
        var (curve, name, algorithm) = Member(jwk, "crv") switch
        {
            "P-256" => (ECCurve.NamedCurves.nistP256, "P-256", "ES256"),
            "P-384" => (ECCurve.NamedCurves.nistP384, "P-384", "ES384"),
            _ => throw RefusalException.Violation("the JWK has no crv that is known here", "badPublicKey"),
        };
        var (x, y) = (Member(jwk, "x"), Member(jwk, "y"));
        using var key = ECDsa.Create(
            new ECParameters
            {
                Curve = curve,
                Q = new ECPoint { X = Base64.Decode(x, "jwk.x"), Y = Base64.Decode(y, "jwk.y") },
            }
        );
        var text = $$"""{"crv":"{{name}}","kty":"EC","x":"{{x}}","y":"{{y}}"}""";
        return new SignerKey(text, key.ExportSubjectPublicKeyInfo(), algorithm);
    }

    private static SignerKey Rsa(JsonElement jwk)
    {
        var (e, n) = (Member(jwk, "e"), Member(jwk, "n"));
        using var key = RSA.Create(
            new RSAParameters { Exponent = Base64.Decode(e, "jwk.e"), Modulus = Base64.Decode(n, "jwk.n") }
        );
        return key.KeySize < SmallestRsa
            ? throw RefusalException.Violation("the RSA key is too small", "badPublicKey")
            : new SignerKey($$"""{"e":"{{e}}","kty":"RSA","n":"{{n}}"}""", key.ExportSubjectPublicKeyInfo(), "RS256");
    }

    private static string Member(JsonElement jwk, string name) =>
        jwk.ValueKind == JsonValueKind.Object
        && jwk.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw RefusalException.Violation($"the JWK has no {name}", "badPublicKey");
}
