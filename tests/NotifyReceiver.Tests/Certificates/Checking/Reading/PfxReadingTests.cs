using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Checking.Reading;

public sealed class PfxReadingTests
{
    private const string Password = "a password";

    private static readonly TestAuthority Authority = TestAuthority.Create(TimeProvider.System, intermediates: 2);
    private static readonly TestCertificate Ec = Authority.Issue("ec.example");
    private static readonly TestCertificate Rsa = Authority.Issue(["rsa.example"], TestKey.Rsa2048);

    [Theory]
    [InlineData(Password)]
    [InlineData("")]
    [InlineData(null)]
    public void A_file_is_read_with_its_key_and_its_chain(string? password)
    {
        AssertIs(Ec, CandidateReading.Pkcs12(Ec.Pfx(password), password));
        AssertIs(Rsa, CandidateReading.Pkcs12(Rsa.Pfx(password), password));
    }

    [Fact]
    public void A_file_of_old_ways_is_read()
    {
        var old = new X509Certificate2Collection((X509Certificate2[])[Rsa.Leaf, .. Rsa.Chain]).ExportPkcs12(
            new PbeParameters(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 2048),
            Password
        );

        AssertIs(Rsa, CandidateReading.Pkcs12(old, Password));
    }

    [Fact]
    public void The_key_of_the_authority_beside_it_does_not_confuse()
    {
        var root = Authority.Root.CopyWithPrivateKey((ECDsa)Authority.RootKey);
        var direct = TestAuthority.Create(TimeProvider.System, intermediates: 0);
        var leaf = direct.Issue("direct.example");
        var directRoot = direct.Root.CopyWithPrivateKey((ECDsa)direct.RootKey);

        AssertIs(leaf, CandidateReading.Pkcs12(Pfx(directRoot, leaf.Leaf), Password));
        AssertRefused("holds 2 certificates with a key each", Pfx(root, leaf.Leaf), Password);
    }

    [Fact]
    public void A_wrong_password_is_told_from_none()
    {
        AssertRefused("the password does not open the PFX file", Ec.Pfx(Password), "another");
        AssertRefused("no password was given; set Certificates:Password", Ec.Pfx(Password), null);
    }

    [Fact]
    public void A_file_that_would_stall_the_service_is_refused() =>
        AssertRefused("so many iterations", Ec.Pfx(Password, iterations: 1_000_000), Password);

    [Fact]
    public void A_file_without_a_key_is_refused()
    {
        AssertRefused("holds 'ec.example' without a private key", Pfx(WithoutKey(Ec)), Password);
        AssertRefused("holds no certificate", Pfx(), Password);
    }

    [Fact]
    public void A_file_with_several_leaves_is_refused() =>
        AssertRefused(
            "holds 2 certificates with a key each, and nobody can know which one is meant: 'ec.example', 'rsa.example'",
            Pfx(Ec.Leaf, Rsa.Leaf),
            Password
        );

    [Fact]
    public void What_is_no_PFX_is_refused()
    {
        AssertRefused("the PFX file is empty", [], Password);
        AssertRefused(
            "the PFX file is PEM; give it a name that ends with .pem",
            Encoding.UTF8.GetBytes(Ec.LeafPem),
            Password
        );
        AssertRefused("damaged, was cut off", Ec.Pfx(Password)[..500], Password);
        AssertRefused("damaged, was cut off", "hello"u8.ToArray(), Password);
    }

    private static byte[] Pfx(params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).ExportPkcs12(
            new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048),
            Password
        );

    private static X509Certificate2 WithoutKey(TestCertificate certificate) =>
        X509CertificateLoader.LoadCertificate(certificate.Leaf.RawData);

    private static void AssertIs(TestCertificate expected, (Candidate? Candidate, string? Problem) read)
    {
        Assert.Null(read.Problem);
        Assert.Equal(expected.Leaf.Thumbprint, read.Candidate!.Leaf.Thumbprint);
        Assert.True(read.Candidate.Leaf.HasPrivateKey);
        Assert.Equal(
            expected.Chain.Select(one => one.Thumbprint),
            read.Candidate.Intermediates.Select(one => one.Thumbprint)
        );
    }

    private static void AssertRefused(string why, byte[] pfx, string? password)
    {
        var (candidate, problem) = CandidateReading.Pkcs12(pfx, password);

        Assert.Null(candidate);
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }
}
