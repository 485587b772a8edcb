using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Tests.Certificates.Acme.Signing;

public sealed class AccountKeyTests
{
    private static readonly Uri Address = new("https://ca.example/order");

    [Fact]
    public void The_thumbprint_is_that_of_the_worked_example()
    {
        // RFC 7638 section 3.1.
        const string Modulus =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3ok"
            + "njhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu"
            + "6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8a"
            + "wapJzKnqDKgw";
        using var key = RSA.Create(
            new RSAParameters
            {
                Modulus = Base64Url.DecodeFromChars(Modulus),
                Exponent = Base64Url.DecodeFromChars("AQAB"),
            }
        );

        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", Jwk.Thumbprint(Jwk.Of(key)));
    }

    [Fact]
    public void A_key_is_kept_as_PEM()
    {
        using var key = AccountKey.Create();

        using var again = AccountKey.FromPem(key.ToPem());

        Assert.Equal(key.Thumbprint, again?.Thumbprint);
        Assert.Equal(43, key.Thumbprint.Length);
    }

    [Fact]
    public void Other_keys_are_not_an_account_s()
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var strange = ECDsa.Create(ECCurve.CreateFromFriendlyName("secp256k1"));
        using var rsa = RSA.Create(2048);
        using var right = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Null(AccountKey.FromPem(larger.ExportPkcs8PrivateKeyPem()));
        Assert.Null(AccountKey.FromPem(strange.ExportPkcs8PrivateKeyPem()));
        Assert.Null(AccountKey.FromPem(rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Null(AccountKey.FromPem(right.ExportSubjectPublicKeyInfoPem()));
        Assert.Null(AccountKey.FromPem("nothing"));
        Assert.NotNull(AccountKey.FromPem(right.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public void Nothing_that_is_written_down_shows_the_key()
    {
        using var key = AccountKey.Create();
        using var parameters = ECDsa.Create();
        parameters.ImportFromPem(key.ToPem());
        var secret = Base64Url.EncodeToString(parameters.ExportParameters(true).D);

        var shown = $"{key} {key.For(Address)} {key.AsItself()} {Jws.Sign(key.AsItself(), Address, "n", "{}")}";

        Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_request_is_signed_for_one_address_and_one_nonce(bool asAccount)
    {
        using var key = AccountKey.Create();
        var account = new Uri("https://ca.example/account/1");
        var signer = asAccount ? key.For(account) : key.AsItself();

        var jws = Jws.Sign(signer, Address, "nonce-1", """{"a":1}""");

        var header = JsonNode.Parse(Base64Url.DecodeFromChars($"{jws["protected"]}"))!.AsObject();
        Assert.Equal(
            ["alg", asAccount ? "kid" : "jwk", "nonce", "url"],
            header.Select(member => member.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal("ES256", $"{header["alg"]}");
        Assert.Equal("nonce-1", $"{header["nonce"]}");
        Assert.Equal(Address.AbsoluteUri, $"{header["url"]}");
        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars($"{jws["payload"]}")));
        Assert.True(HasSigned(key, jws));
    }

    private static bool HasSigned(AccountKey key, JsonObject jws)
    {
        using var publicKey = ECDsa.Create();
        publicKey.ImportFromPem(key.ToPem());
        return publicKey.VerifyData(
            Encoding.ASCII.GetBytes($"{jws["protected"]}.{jws["payload"]}"),
            Base64Url.DecodeFromChars($"{jws["signature"]}"),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
    }
}
