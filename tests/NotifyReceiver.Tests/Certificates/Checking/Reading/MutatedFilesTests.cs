using System.Security.Cryptography;
using System.Text;
using CsCheck;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Checking.Reading;

/// <summary>Whatever stands in a file, the reading answers with a candidate or with a reason: it never throws.</summary>
public sealed class MutatedFilesTests
{
    private const string Password = "a password";

    private static readonly TestAuthority Authority = TestAuthority.Create(TimeProvider.System);
    private static readonly TestCertificate Certificate = Authority.Issue("hook.example");
    private static readonly TestCertificate Rsa = Authority.Issue(["hook.example"], TestKey.Rsa2048);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Gen<Func<byte[], byte[]>> Mutation =>
        Gen.OneOf(
            Gen.Select(Gen.Double.Unit, Gen.Byte, Replaced),
            Gen.Select(Gen.Double.Unit, Gen.Byte.Array[0, 20], Inserted),
            Gen.Select(Gen.Double.Unit, Gen.Int[1, 80], Cut),
            Gen.Double.Unit.Select(at => (Func<byte[], byte[]>)(file => file[..At(file, at)]))
        );

    [Fact]
    public void No_change_of_a_PEM_file_makes_it_throw() =>
        Gen.Select(Mutation, Mutation, Gen.Int[0, 5])
            .Sample(
                (one, other, which) =>
                {
                    var file = Encoding.UTF8.GetBytes(Pem(which));
                    AssertAnswers(CandidateReading.Pem(one(file), file, Password));
                    AssertAnswers(CandidateReading.Pem(file, one(file), Password));
                    AssertAnswers(CandidateReading.Pem(other(one(file)), one(other(file)), Password));
                },
                iter: 500
            );

    [Fact]
    public void No_change_within_a_certificate_or_key_makes_it_throw() =>
        Gen.Select(Mutation, Mutation, Gen.Int[0, 5])
            .Sample(
                (one, other, which) =>
                {
                    var file = Inside(Pem(which), content => other(one(content)));
                    var whole = Encoding.UTF8.GetBytes(Pem(which));
                    AssertAnswers(CandidateReading.Pem(file, file, Password));
                    AssertAnswers(CandidateReading.Pem(file, whole, Password));
                    AssertAnswers(CandidateReading.Pem(whole, file, Password));
                },
                iter: 500
            );

    [Fact]
    public Task No_change_within_a_certificate_makes_the_check_throw() =>
        Gen.Select(Mutation, Gen.Bool)
            .SampleAsync(
                async (mutate, isRsa) =>
                {
                    var certificate = isRsa ? Rsa : Certificate;
                    var file = Inside(certificate.LeafPem, mutate);
                    var key = Encoding.UTF8.GetBytes(certificate.KeyPem);
                    var (candidate, _) = CandidateReading.Pem(file, key, password: null);
                    if (candidate is not null)
                    {
                        var terms = new CheckTerms(["hook.example", "192.0.2.1"], AreNamesRequired: false, Now);
                        var result = await CertificateCheck.RunAsync(candidate, terms, CancellationToken.None);
                        Assert.True(result.Certificate is not null || result.Problems.Count > 0);
                    }
                },
                iter: 500
            );

    [Fact]
    public void No_change_of_a_PFX_file_makes_it_throw() =>
        Gen.Select(Mutation, Mutation, Gen.Bool)
            .Sample(
                (one, other, isRsa) =>
                {
                    var file = isRsa ? RsaPfx : EcPfx;
                    AssertAnswers(CandidateReading.Pkcs12(one(file), Password));
                    AssertAnswers(CandidateReading.Pkcs12(other(one(file)), Password));
                },
                iter: 500
            );

    [Fact]
    public void No_file_at_all_makes_it_throw() =>
        Gen.Select(Gen.Byte.Array, Gen.Byte.Array)
            .Sample(
                (one, other) =>
                {
                    AssertAnswers(CandidateReading.Pem(one, other, Password));
                    AssertAnswers(CandidateReading.Pem([0x30, .. one], [0x30, .. other], Password));
                    AssertAnswers(CandidateReading.Pkcs12(one, Password));
                },
                iter: 1000
            );

    private static readonly byte[] EcPfx = Certificate.Pfx(Password);
    private static readonly byte[] RsaPfx = Rsa.Pfx(Password);

    private static string Pem(int which) =>
        which switch
        {
            0 => Certificate.KeyPem + Certificate.FullChainPem,
            1 => Certificate.FullChainPem + Certificate.EncryptedKeyPem(Password),
            2 => Rsa.FullChainPem + Rsa.KeyPem,
            3 => Rsa.EncryptedKeyPem(Password) + Rsa.LeafPem,
            4 => Rsa.LeafPem + ((RSA)Rsa.Key).ExportRSAPrivateKeyPem(),
            _ => Certificate.LeafPem + ((ECDsa)Certificate.Key).ExportECPrivateKeyPem(),
        };

    // One mutation of each block's bytes, in borders that are whole.
    private static byte[] Inside(string pem, Func<byte[], byte[]> mutate)
    {
        var blocks = PemText
            .Blocks(Encoding.UTF8.GetBytes(pem))
            .Select(block => PemEncoding.WriteString(block.Label, mutate(block.Content!)));
        return Encoding.UTF8.GetBytes(string.Join('\n', blocks));
    }

    private static void AssertAnswers((Candidate? Candidate, string? Problem) read) =>
        Assert.True(read.Candidate is null != read.Problem is null);

    private static Func<byte[], byte[]> Replaced(double at, byte with) =>
        file =>
        {
            byte[] changed = [.. file];
            if (changed.Length > 0)
            {
                changed[At(file, at)] = with;
            }
            return changed;
        };

    private static Func<byte[], byte[]> Inserted(double at, byte[] what) =>
        file => [.. file[..At(file, at)], .. what, .. file[At(file, at)..]];

    private static Func<byte[], byte[]> Cut(double at, int length) =>
        file => [.. file[..At(file, at)], .. file.Skip(At(file, at) + length)];

    private static int At(byte[] file, double at) => (int)(at * Math.Max(0, file.Length - 1));
}
