using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Tests.Certificates.Acme.Proofs;

/// <summary>What is put where validators look.</summary>
public sealed class ProofTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_authorization_is_the_token_and_the_thumbprint()
    {
        using var key = AccountKey.Create();

        Assert.Equal($"token-1.{key.Thumbprint}", KeyAuthorization.Of("token-1", key));
    }

    [Fact]
    public void A_text_record_holds_the_digest_below_the_name_that_is_proven()
    {
        // The SHA-256 of "abc", in base64url: FIPS 180-2 appendix B.1.
        Assert.Equal("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0", Dns01.RecordValue("abc"));
        Assert.Equal("_acme-challenge.example.org", Dns01.RecordName(Identifier.Of("example.org")));
        Assert.Equal("_acme-challenge.example.org", Dns01.RecordName(Identifier.Of("*.example.org")));
    }

    [Theory]
    [InlineData("example.org", "example.org")]
    [InlineData("192.0.2.7", "7.2.0.192.in-addr.arpa")]
    [InlineData("2001:db8::1", "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")]
    public void A_validator_asks_for_a_name_and_for_an_address_by_its_reverse(string name, string serverName) =>
        Assert.Equal(serverName, TlsAlpn01.ServerName(Identifier.Of(name)));

    [Theory]
    [InlineData("example.org")]
    [InlineData("192.0.2.7")]
    [InlineData("2001:db8::1")]
    public void The_certificate_for_a_validator_has_one_name_and_the_digest_marked_critical(string name)
    {
        using var certificate = TlsAlpn01.CreateCertificate(Identifier.Of(name), "token.thumbprint", Now);

        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        var proof = certificate.Extensions.Single(extension => extension.Oid?.Value == "1.3.6.1.5.5.7.1.31");
        Assert.Equal([name], [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(each => $"{each}")]);
        Assert.True(proof.Critical);
        Assert.Equal(
            SHA256.HashData(Encoding.ASCII.GetBytes("token.thumbprint")),
            new AsnReader(proof.RawData, AsnEncodingRules.DER).ReadOctetString()
        );
        Assert.True(certificate.HasPrivateKey);
        Assert.InRange(Now, new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
    }

    [Theory]
    [InlineData("token-1_A", true)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("a/b", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_token_that_could_be_a_path_is_no_token(string? token, bool isOne)
    {
        var sent = new WireChallenge("http-01", "https://ca.example/challenge", "pending", token, Error: null);

        Assert.Equal(isOne, sent.ToChallenge() is not null);
    }
}
