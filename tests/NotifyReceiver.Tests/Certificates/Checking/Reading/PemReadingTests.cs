using System.Security.Cryptography;
using System.Text;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Checking.Reading;

/// <summary>PEM that is read, whatever its form.</summary>
public sealed class PemReadingTests
{
    private const string Password = "a password";

    private static readonly TestAuthority Authority = TestAuthority.Create(TimeProvider.System, intermediates: 2);
    private static readonly TestCertificate Ec = Authority.Issue("ec.example");
    private static readonly TestCertificate Rsa = Authority.Issue(["rsa.example"], TestKey.Rsa2048);

    [Fact]
    public void A_chain_and_its_key_are_read()
    {
        var candidate = Read(Ec.FullChainPem, Ec.KeyPem);

        AssertIs(Ec, candidate);
        Assert.Empty(candidate.Leftovers);
    }

    [Fact]
    public void One_file_may_hold_all()
    {
        var all = Ec.KeyPem + Ec.FullChainPem;

        AssertIs(Ec, Read(all, all));
    }

    [Fact]
    public void Every_form_of_a_key_is_read()
    {
        AssertIs(Rsa, Read(Rsa.FullChainPem, Rsa.KeyPem));
        AssertIs(Rsa, Read(Rsa.FullChainPem, ((RSA)Rsa.Key).ExportRSAPrivateKeyPem()));
        AssertIs(Rsa, Read(Rsa.FullChainPem, Rsa.EncryptedKeyPem(Password), Password));
        AssertIs(Ec, Read(Ec.FullChainPem, ((ECDsa)Ec.Key).ExportECPrivateKeyPem()));
        AssertIs(Ec, Read(Ec.FullChainPem, Ec.EncryptedKeyPem(Password), Password));
    }

    [Fact]
    public void The_parameters_that_OpenSSL_writes_before_an_EC_key_are_passed_over()
    {
        const string parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

        AssertIs(Ec, Read(Ec.FullChainPem, parameters + ((ECDsa)Ec.Key).ExportECPrivateKeyPem()));
    }

    [Fact]
    public void Line_ends_marks_and_text_around_do_not_matter()
    {
        var windows = "Bag Attributes: none\r\nsubject=who\r\n" + Ec.FullChainPem.ReplaceLineEndings("\r\n");

        AssertIs(Ec, Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(windows)], Bytes(Ec.KeyPem)));
        AssertIs(Ec, Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(windows)], Bytes(Ec.KeyPem)));
        AssertIs(Ec, Read(Ec.LeafPem.TrimEnd() + Ec.ChainPem.TrimEnd(), Ec.KeyPem.ReplaceLineEndings("\r")));
    }

    [Fact]
    public void A_certificate_alone_may_be_DER() => Assert.Empty(Read(Ec.Leaf.RawData, Bytes(Ec.KeyPem)).Intermediates);

    [Fact]
    public void The_order_in_the_file_does_not_matter()
    {
        var upsideDown = string.Concat(Ec.Chain.Reverse().Select(one => one.ExportCertificatePem() + "\n"));

        AssertIs(Ec, Read(upsideDown + Ec.LeafPem, Ec.KeyPem));
    }

    [Fact]
    public void Of_several_keys_the_one_that_fits_is_taken() =>
        AssertIs(Ec, Read(Ec.FullChainPem, Rsa.KeyPem + Ec.KeyPem));

    [Fact]
    public void What_stands_twice_is_read_once()
    {
        var candidate = Read(Ec.FullChainPem + Ec.FullChainPem, Ec.KeyPem + Ec.KeyPem);

        AssertIs(Ec, candidate);
        Assert.Empty(candidate.Leftovers);
    }

    [Fact]
    public void The_root_is_left_out()
    {
        var candidate = Read(Ec.FullChainPem + Authority.RootPem, Ec.KeyPem);

        AssertIs(Ec, candidate);
        Assert.Empty(candidate.Leftovers);
    }

    [Fact]
    public void What_belongs_to_another_chain_is_left_over()
    {
        var other = TestAuthority.Create(TimeProvider.System, name: "Other");

        var candidate = Read(Ec.FullChainPem + other.RootPem + Rsa.LeafPem, Ec.KeyPem);

        AssertIs(Ec, candidate);
        Assert.Equal([other.Root.Subject, ""], candidate.Leftovers.Select(one => one.Subject));
    }

    [Fact]
    public void Of_a_root_and_its_cross_certificate_the_longer_chain_is_taken()
    {
        var old = TestAuthority.Create(TimeProvider.System, intermediates: 0, "Old");
        var young = TestAuthority.Create(TimeProvider.System, intermediates: 1, "Young");
        var leaf = young.Issue("cross.example");
        var cross = old.CrossSign(young);

        var candidate = Read(
            leaf.FullChainPem + young.RootPem + cross.ExportCertificatePem() + "\n" + old.RootPem,
            leaf.KeyPem
        );

        Assert.Equal([.. leaf.Chain.Select(one => one.Thumbprint), cross.Thumbprint], Thumbprints(candidate));
        Assert.Empty(candidate.Leftovers);
    }

    [Fact]
    public void Of_two_certificates_for_the_key_the_later_is_taken()
    {
        var renewed = Authority.Issue(Ec.Key, ["ec.example"], DateTimeOffset.UtcNow.AddMinutes(-1));

        AssertIs(renewed, Read(Ec.LeafPem + renewed.FullChainPem, Ec.KeyPem));
    }

    [Fact]
    public void Of_two_intermediates_of_one_name_the_one_that_signed_is_taken()
    {
        var impostor = TestAuthority.Create(TimeProvider.System, intermediates: 2);

        AssertIs(Ec, Read(Ec.LeafPem + impostor.Issue("x.example").ChainPem + Ec.ChainPem, Ec.KeyPem));
    }

    [Fact]
    public void What_was_read_is_written_and_read_again()
    {
        var first = Read(Ec.FullChainPem, Ec.EncryptedKeyPem(Password), Password);

        AssertIs(Ec, Read(CandidateText.CertificatePem(first), CandidateText.KeyPem(first)));
        Assert.Equal(Ec.FullChainPem, CandidateText.CertificatePem(first));
    }

    private static void AssertIs(TestCertificate expected, Candidate candidate)
    {
        Assert.Equal(expected.Leaf.Thumbprint, candidate.Leaf.Thumbprint);
        Assert.Equal(expected.Chain.Select(one => one.Thumbprint), Thumbprints(candidate));
        Assert.Equal(expected.Key.ExportSubjectPublicKeyInfoPem(), PublicPem(candidate));
    }

    private static IEnumerable<string> Thumbprints(Candidate candidate) =>
        candidate.Intermediates.Select(one => one.Thumbprint);

    private static string PublicPem(Candidate candidate)
    {
        using AsymmetricAlgorithm key =
            candidate.Leaf.PublicKey.Oid.Value == KeyWords.Ec ? ECDsa.Create() : RSA.Create();
        key.ImportFromPem(CandidateText.KeyPem(candidate));
        return key.ExportSubjectPublicKeyInfoPem();
    }

    private static Candidate Read(string certificates, string key, string? password = null) =>
        Read(Bytes(certificates), Bytes(key), password);

    private static Candidate Read(byte[] certificates, byte[] key, string? password = null)
    {
        var (candidate, problem) = CandidateReading.Pem(certificates, key, password);

        Assert.Null(problem);
        return candidate!;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
