using System.Security.Cryptography;
using System.Text;
using NotifyReceiver.Certificates.Checking.Reading;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Checking.Reading;

/// <summary>PEM that is refused: each with what is wrong, and what to do.</summary>
public sealed class RefusedPemTests
{
    private const string Password = "a password";

    private const string Scrypt = "1.3.6.1.4.1.11591.4.11";

    private static readonly TestAuthority Authority = TestAuthority.Create(TimeProvider.System);
    private static readonly TestCertificate Ec = Authority.Issue("ec.example");
    private static readonly TestCertificate Rsa = Authority.Issue(["rsa.example"], TestKey.Rsa2048);

    [Fact]
    public void The_key_of_another_certificate_is_refused()
    {
        var other = Authority.Issue("other.example");

        AssertRefused("key belongs to another certificate than 'ec.example'", Ec.LeafPem, other.KeyPem);
        AssertRefused(
            "key belongs to none of the certificates in the file ('ec.example', 'CN=Test",
            Ec.FullChainPem,
            other.KeyPem
        );
    }

    [Fact]
    public void A_key_of_another_algorithm_is_refused() =>
        AssertRefused("key is RSA 2048, but the certificate 'ec.example' has EC P-256", Ec.FullChainPem, Rsa.KeyPem);

    [Fact]
    public void A_certificate_that_was_cut_off_is_refused()
    {
        var half = Ec.ChainPem[..(Ec.ChainPem.Length / 2)];

        AssertRefused(
            "begins in line 1 has no '-----END CERTIFICATE-----'",
            Ec.LeafPem[..200] + "\n" + Ec.ChainPem,
            Ec.KeyPem
        );
        AssertRefused("has no '-----END CERTIFICATE-----': the file was cut off", Ec.LeafPem + half, Ec.KeyPem);
    }

    [Fact]
    public void A_certificate_with_lines_missing_is_refused()
    {
        var lines = Ec.FullChainPem.Split('\n').ToList();
        lines.RemoveAt(3);

        AssertRefused("the certificate that begins in line 1 is damaged", string.Join('\n', lines), Ec.KeyPem);
    }

    [Fact]
    public void A_certificate_with_letters_that_do_not_belong_is_refused()
    {
        var lines = Ec.LeafPem.Split('\n');
        lines[2] = "<<<<<<< HEAD";

        AssertRefused("has characters that do not belong there", string.Join('\n', lines), Ec.KeyPem);
    }

    [Fact]
    public void Empty_files_are_refused()
    {
        AssertRefused("certificate file is empty", "", Ec.KeyPem);
        AssertRefused("key file is empty", Ec.LeafPem, "");
    }

    [Fact]
    public void Files_without_what_they_should_hold_are_refused()
    {
        AssertRefused("holds no certificate; it should be text", "hello", Ec.KeyPem);
        AssertRefused("holds no certificate, only PRIVATE KEY", Ec.KeyPem, Ec.KeyPem);
        AssertRefused("holds no private key, only CERTIFICATE", Ec.LeafPem, Ec.LeafPem);
        AssertRefused("holds no private key; it should be text", Ec.LeafPem, "hello");
        AssertRefused("openssl pkcs7", "-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----\n", Ec.KeyPem);
    }

    [Fact]
    public void Other_formats_are_named()
    {
        AssertRefused("the key file is DER", Bytes(Ec.LeafPem), Ec.Key.ExportPkcs8PrivateKey());
        AssertRefused("is PKCS#12; give it a name that ends with .pfx", Ec.Pfx(Password), Bytes(Ec.KeyPem));
    }

    [Fact]
    public void An_encrypted_key_needs_its_password()
    {
        AssertRefused("no password was given; set Certificates:Password", Ec.LeafPem, Ec.EncryptedKeyPem(Password));
        AssertRefused("the password does not open the key", Ec.LeafPem, Ec.EncryptedKeyPem(Password), "another");
        AssertRefused("the password does not open the key", Rsa.LeafPem, Rsa.EncryptedKeyPem(Password), "");
    }

    [Fact]
    public void A_key_that_would_take_minutes_to_open_is_refused()
    {
        AssertRefused("encrypted with 2147483647 iterations", Ec.LeafPem, OddKeys.Encrypted(int.MaxValue), Password);
        AssertRefused("encrypted in a way that is not read here", Ec.LeafPem, OddKeys.Encrypted(Scrypt, 1), Password);
    }

    [Fact]
    public void A_key_that_is_encrypted_the_old_way_is_refused()
    {
        const string headers = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,3F17F5316E2BAC89C0DE5DA6B5F5C0F6\n\n";
        var key = ((ECDsa)Ec.Key)
            .ExportECPrivateKeyPem()
            .Replace("KEY-----\nM", "KEY-----\n" + headers + "M", StringComparison.Ordinal);

        AssertRefused("encrypted in OpenSSL's old way (DEK-Info)", Ec.LeafPem, key, Password);
    }

    [Fact]
    public void Kinds_of_keys_that_cannot_be_used_are_named()
    {
        AssertRefused(
            "the key is Ed25519, which cannot be used for TLS here; use an RSA key",
            Ec.LeafPem,
            OddKeys.Ed25519
        );
        AssertRefused("the key is RSA-PSS", Rsa.LeafPem, OddKeys.RsaPss((RSA)Rsa.Key));
        AssertRefused(
            "holds a 'OPENSSH PRIVATE KEY'",
            Ec.LeafPem,
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----"
        );
    }

    [Fact]
    public void A_damaged_key_is_refused()
    {
        var pkcs8 = Ec.Key.ExportPkcs8PrivateKey();

        AssertRefused(
            "PRIVATE KEY that begins in line 1 of the key file is damaged",
            Ec.LeafPem,
            PemEncoding.WriteString("PRIVATE KEY", pkcs8.AsSpan(0, 60))
        );
        AssertRefused("has no '-----END PRIVATE KEY-----'", Ec.LeafPem, Ec.KeyPem[..100]);
    }

    private static void AssertRefused(string why, string certificates, string key, string? password = null) =>
        AssertRefused(why, Bytes(certificates), Bytes(key), password);

    private static void AssertRefused(string why, byte[] certificates, byte[] key, string? password = null)
    {
        var (candidate, problem) = CandidateReading.Pem(certificates, key, password);

        Assert.Null(candidate);
        Assert.Contains(why, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem!);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
