using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Tests.Certificates.Acme.Accounts;

public sealed class ExternalAccountTests
{
    private static readonly Uri Address = new("https://ca.example/account");

    [Fact]
    public void The_new_account_s_key_is_signed_with_the_HMAC_key()
    {
        byte[] secret = [.. Enumerable.Range(0, 32).Select(each => (byte)each)];
        using var key = AccountKey.Create();

        var binding = ExternalAccount.From("kid-1", Base64Url.EncodeToString(secret))!.Bind(key, Address);

        var header = JsonNode.Parse(Base64Url.DecodeFromChars($"{binding["protected"]}"))!;
        Assert.Equal("""{"alg":"HS256","kid":"kid-1","url":"https://ca.example/account"}""", header.ToJsonString());
        Assert.Equal(key.Jwk, Encoding.ASCII.GetString(Base64Url.DecodeFromChars($"{binding["payload"]}")));
        var signed = Encoding.ASCII.GetBytes($"{binding["protected"]}.{binding["payload"]}");
        Assert.Equal(Base64Url.EncodeToString(HMACSHA256.HashData(secret, signed)), $"{binding["signature"]}");
    }

    [Theory]
    [InlineData("-_-_AA", true)]
    [InlineData("+/+/AA==", true)]
    [InlineData(" -_-_AA==\n", true)]
    [InlineData("", false)]
    [InlineData("A", false)]
    [InlineData("what is this?", false)]
    public void Keys_are_read_as_CAs_hand_them_out(string hmacKey, bool isKey) =>
        Assert.Equal(isKey, ExternalAccount.From("kid-1", hmacKey) is not null);

    [Fact]
    public void The_HMAC_key_is_never_shown()
    {
        var external = ExternalAccount.From("kid-1", "c2VjcmV0");

        Assert.Equal("kid-1", $"{external}");
        Assert.DoesNotContain(
            "c2VjcmV0",
            $"{new NewAccount([], TermsAgreed: true, external)}",
            StringComparison.Ordinal
        );
    }
}
