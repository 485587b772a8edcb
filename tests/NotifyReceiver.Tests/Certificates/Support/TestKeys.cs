using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Tests.Certificates.Support;

internal static class TestKeys
{
    public static AsymmetricAlgorithm Create(TestKey kind) =>
        kind switch
        {
            TestKey.P256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            TestKey.P384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            TestKey.P521 => ECDsa.Create(ECCurve.NamedCurves.nistP521),
            TestKey.P224 => ECDsa.Create(ECCurve.CreateFromFriendlyName("secp224r1")),
            TestKey.Secp256k1 => ECDsa.Create(ECCurve.CreateFromFriendlyName("secp256k1")),
            TestKey.Rsa1024 => RSA.Create(1024),
            TestKey.Rsa2048 => RSA.Create(2048),
            TestKey.Rsa3072 => RSA.Create(3072),
            TestKey.Rsa4096 => RSA.Create(4096),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static X509Certificate2 Join(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        key switch
        {
            RSA rsa => certificate.CopyWithPrivateKey(rsa),
            ECDsa ec => certificate.CopyWithPrivateKey(ec),
            _ => throw new NotSupportedException(),
        };

    public static X509SignatureGenerator Signing(AsymmetricAlgorithm key, HashAlgorithmName hash) =>
        (hash == HashAlgorithmName.SHA1, key) switch
        {
            (true, ECDsa ec) => new Sha1Signing(ec),
            (_, ECDsa ec) => X509SignatureGenerator.CreateForECDsa(ec),
            (_, RSA rsa) => X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1),
            _ => throw new NotSupportedException(),
        };

    /// <summary>What the framework no longer signs with, and old CAs did.</summary>
    private sealed class Sha1Signing(ECDsa key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            [0x30, 0x09, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01];

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
            key.SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
