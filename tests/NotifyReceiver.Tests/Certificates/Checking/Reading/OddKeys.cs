using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace NotifyReceiver.Tests.Certificates.Checking.Reading;

/// <summary>Keys in PEM that the framework reads badly or not at all, and so does not make.</summary>
internal static class OddKeys
{
    public static string Ed25519 => Pkcs8("1.3.101.112", [0x04, 0x20, .. Enumerable.Repeat((byte)0x11, 32)]);

    /// <summary>With the algorithm that says that it may only be used for RSA-PSS.</summary>
    public static string RsaPss(RSA key) => Pkcs8("1.2.840.113549.1.1.10", key.ExportRSAPrivateKey());

    /// <summary>PBES2 with so many rounds of PBKDF2 (RFC 8018); nothing is encrypted in it.</summary>
    public static string Encrypted(BigInteger iterations) => Encrypted("1.2.840.113549.1.5.12", iterations);

    /// <summary>PBES2 with a derivation of this name: 1.3.6.1.4.1.11591.4.11 is scrypt.</summary>
    public static string Encrypted(string derivation, BigInteger iterations)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.5.13");
                using (writer.PushSequence())
                {
                    WriteDerivation(writer, derivation, iterations);
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier("2.16.840.1.101.3.4.1.42");
                        writer.WriteOctetString(new byte[16]);
                    }
                }
            }
            writer.WriteOctetString(new byte[64]);
        }
        return PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", writer.Encode());
    }

    private static void WriteDerivation(AsnWriter writer, string derivation, BigInteger iterations)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(derivation);
            using (writer.PushSequence())
            {
                writer.WriteOctetString(new byte[16]);
                writer.WriteInteger(iterations);
            }
        }
    }

    private static string Pkcs8(string algorithm, byte[] key)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(algorithm);
            }
            writer.WriteOctetString(key);
        }
        return PemEncoding.WriteString("PRIVATE KEY", writer.Encode());
    }
}
