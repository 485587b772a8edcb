using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace NotifyReceiver.Certificates.Checking.Reading;

/// <summary>An encrypted PKCS#8 key (RFC 5958), opened with the password that is given: nobody is asked for one.</summary>
internal static class EncryptedKey
{
    // Three seconds or so; OpenSSL writes 2,048 unless it is told otherwise.
    private const int MostIterations = 10_000_000;

    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";

    /// <exception cref="AsnContentException">The content is not an encrypted key.</exception>
    public static (PrivateKey? Key, string? Problem) Read(byte[] content, string? password)
    {
        if (password is null)
        {
            return (
                null,
                "the key is encrypted and no password was given; set Certificates:Password, or write it into a file beside the key that ends with .pass"
            );
        }
        if (Iterations(content) is not { } iterations)
        {
            return (
                null,
                "the key is encrypted in a way that is not read here; rewrite it with 'openssl pkcs8 -topk8 -in FILE -out tls.key'"
            );
        }
        if (iterations > MostIterations)
        {
            return (
                null,
                $"the key is encrypted with {iterations} iterations, more than the {MostIterations} that are read here; rewrite it with 'openssl pkcs8 -topk8 -iter 100000 -in FILE -out tls.key'"
            );
        }
        var key =
            Try(() => KeyFile.Ec(key => key.ImportEncryptedPkcs8PrivateKey(password, content, out _)))
            ?? Try(() => KeyFile.Rsa(key => key.ImportEncryptedPkcs8PrivateKey(password, content, out _)));
        return key is not null
            ? (key, null)
            : (null, "the password does not open the key, or what it opens is neither an RSA nor an EC key");
    }

    // RFC 8018: PBES2 names its derivation within, PBES1 has the number beside the salt.
    private static BigInteger? Iterations(byte[] content)
    {
        var algorithm = new AsnReader(content, AsnEncodingRules.BER).ReadSequence().ReadSequence();
        var derivation = algorithm;
        if (algorithm.ReadObjectIdentifier() == Pbes2)
        {
            derivation = algorithm.ReadSequence().ReadSequence();
            if (derivation.ReadObjectIdentifier() != Pbkdf2)
            {
                return null;
            }
        }
        var settings = derivation.ReadSequence();
        _ = settings.ReadOctetString();
        return settings.ReadInteger();
    }

    private static PrivateKey? Try(Func<PrivateKey> import)
    {
        try
        {
            return import();
        }
        catch (Exception unusable) when (unusable is CryptographicException or PlatformNotSupportedException)
        {
            return null;
        }
    }
}
