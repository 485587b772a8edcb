using System.Formats.Asn1;
using System.Security.Cryptography;

namespace NotifyReceiver.Certificates.Checking.Reading;

/// <summary>The private keys of a file: PKCS#8 (RFC 5208), encrypted or not, PKCS#1 (RFC 8017) or SEC1 (RFC 5915), as PEM.</summary>
internal static class KeyFile
{
    private const string Wanted = "use an RSA key of 2048 bits or more, or an EC key of P-256, P-384 or P-521";

    public static (IReadOnlyList<PrivateKey> Keys, string? Problem) Read(byte[] file, string? password)
    {
        if (file.Length == 0)
        {
            return ([], "the key file is empty");
        }
        var blocks = PemText.Blocks(file);
        if (blocks.Select(block => block.Problem).FirstOrDefault(problem => problem is not null) is { } broken)
        {
            return ([], $"key file: {broken}");
        }
        List<PrivateKey> keys = [];
        foreach (var block in blocks.Where(block => block.IsPrivateKey))
        {
            var (key, problem) = Key(block, password);
            if (key is null)
            {
                return ([], problem);
            }
            keys.Add(key);
        }
        return keys.Count > 0 ? (keys, null) : ([], WithoutAny(file, blocks));
    }

    private static string WithoutAny(byte[] file, IReadOnlyList<PemBlock> blocks)
    {
        if (blocks.Count > 0)
        {
            var found = string.Join(", ", blocks.Select(block => block.Label).Distinct(StringComparer.Ordinal));
            return $"the key file holds no private key, only {found}; a key begins with '-----BEGIN PRIVATE KEY-----'";
        }
        const byte derSequence = 0x30;
        return file[0] == derSequence
            ? "the key file is DER, not PEM; convert it with 'openssl pkey -inform DER -in FILE -out tls.key'"
            : "the key file holds no private key; it should be text in which one begins with '-----BEGIN PRIVATE KEY-----'";
    }

    private static (PrivateKey? Key, string? Problem) Key(PemBlock block, string? password)
    {
        if (block.IsEncryptedTheOldWay)
        {
            return (
                null,
                "the key is encrypted in OpenSSL's old way (DEK-Info), which is not read here; rewrite it with 'openssl pkcs8 -topk8 -in FILE -out tls.key'"
            );
        }
        try
        {
            return block.Label switch
            {
                "PRIVATE KEY" => Plain(block.Content!),
                "ENCRYPTED PRIVATE KEY" => EncryptedKey.Read(block.Content!, password),
                "RSA PRIVATE KEY" => (Rsa(key => key.ImportRSAPrivateKey(block.Content, out _)), null),
                "EC PRIVATE KEY" => (Ec(key => key.ImportECPrivateKey(block.Content, out _)), null),
                _ => (null, $"the key file holds a '{block.Label}', which cannot be used for TLS here; {Wanted}"),
            };
        }
        catch (Exception unusable)
            when (unusable is CryptographicException or AsnContentException or PlatformNotSupportedException)
        {
            return (
                null,
                $"the {block.Label} that begins in line {block.Line} of the key file is damaged or of a kind that the system does not know; {Wanted}"
            );
        }
    }

    private static (PrivateKey? Key, string? Problem) Plain(byte[] content)
    {
        var parts = new AsnReader(content, AsnEncodingRules.BER).ReadSequence();
        _ = parts.ReadInteger();
        return parts.ReadSequence().ReadObjectIdentifier() switch
        {
            KeyWords.Rsa => (Rsa(key => key.ImportPkcs8PrivateKey(content, out _)), null),
            KeyWords.Ec => (Ec(key => key.ImportPkcs8PrivateKey(content, out _)), null),
            var other => (null, $"the key is {KeyWords.Kind(other)}, which cannot be used for TLS here; {Wanted}"),
        };
    }

    internal static PrivateKey Rsa(Action<RSA> import)
    {
        var key = RSA.Create();
        import(key);
        return new PrivateKey(key);
    }

    internal static PrivateKey Ec(Action<ECDsa> import)
    {
        var key = ECDsa.Create();
        import(key);
        return new PrivateKey(key);
    }
}
