using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Tests.Certificates.Acme.Leaves;

public sealed class ChainReadingTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void All_certificates_are_read_in_their_order()
    {
        var (first, second) = (Pem("CN=first"), Pem("CN=second"));

        var chain = Walk.Need(Read($"some text\r\n{first}\r\n\r\n{second}"));

        Assert.Equal(["CN=first", "CN=second"], chain.Certificates.Select(each => each.Subject));
        Assert.Equal($"{first}\n{second}\n", chain.Pem);
        Assert.Equal("second", chain.TopIssuer);
    }

    [Fact]
    public void A_chain_is_whole_or_refused()
    {
        var (first, second) = (Pem("CN=first"), Pem("CN=second"));

        AssertRefused("", "no certificates");
        AssertRefused("<html></html>", "no certificates");
        AssertRefused(first[..^20], "not whole");
        AssertRefused($"{first}\n{second[..^20]}", "not whole");
        AssertRefused($"{first[..^20]}\n{second}", "not whole");
        AssertRefused($"{first}\n{_key.ExportPkcs8PrivateKeyPem()}", "something else");
        AssertRefused("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "cannot be read");
    }

    public void Dispose() => _key.Dispose();

    private static void AssertRefused(string text, string flaw)
    {
        var problem = Read(text).Problem;

        Assert.Equal(ProblemKind.Garbage, problem?.Kind);
        Assert.Contains(flaw, problem!.Detail, StringComparison.Ordinal);
    }

    private static Answer<IssuedChain> Read(string text) =>
        ChainReading.Of(
            new Reply(
                "POST",
                new Uri("https://ca.example/certificate"),
                200,
                Encoding.UTF8.GetBytes(text),
                Location: null,
                RetryAfter: null,
                Nonce: null,
                LinkHeaders: []
            )
        );

    private string Pem(string subject)
    {
        using var certificate = new CertificateRequest(subject, _key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddDays(1)
        );
        return certificate.ExportCertificatePem();
    }
}
