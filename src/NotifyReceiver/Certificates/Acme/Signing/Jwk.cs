using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Certificates.Acme.Signing;

/// <summary>Public keys as JSON, in the one form that RFC 7638 hashes: members in order, no white space.</summary>
internal static class Jwk
{
    public static string Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return $$"""{"crv":"P-{{key.KeySize}}","kty":"EC","x":"{{Text(point.X)}}","y":"{{Text(point.Y)}}"}""";
    }

    public static string Of(RSA key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return $$"""{"e":"{{Text(parameters.Exponent)}}","kty":"RSA","n":"{{Text(parameters.Modulus)}}"}""";
    }

    /// <summary>RFC 7638 section 3, with SHA-256.</summary>
    public static string Thumbprint(string jwk) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(jwk)));

    private static string Text(byte[]? number) => Base64Url.EncodeToString(number);
}
