using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using NotifyReceiver.Petrosoft.Api.Tokens;

namespace NotifyReceiver.Tests.Petrosoft.Api;

public sealed class TokenReadingTests
{
    // In seconds since 1970: 1768564800.
    private static readonly DateTimeOffset Asked = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"expires_in":1000}""", 1000)]
    [InlineData("""{"expires_in":"1000"}""", 1000)]
    [InlineData("""{"expires_in":1000.5}""", 1000.5)]
    public void A_lifetime_in_the_reply_is_read(string members, double seconds) =>
        AssertLifetime(seconds, Read("token", members));

    [Theory]
    [InlineData("""{"expires_in":0}""")]
    [InlineData("""{"expires_in":-5}""")]
    [InlineData("""{"expires_in":1e300}""")]
    [InlineData("""{"expires_in":1768568400}""")]
    [InlineData("""{"expires_in":"soon"}""")]
    [InlineData("""{"expires_in":null}""")]
    [InlineData("""{"expires_in":{}}""")]
    [InlineData("{}")]
    public void A_lifetime_that_cannot_be_is_none(string members) => AssertEndless(Read("token", members));

    [Theory]
    [InlineData("""{"exp":1768565800}""", 1000)]
    [InlineData("""{"iat":1768560000,"exp":1768561000}""", 1000)]
    public void A_lifetime_in_the_token_is_read_by_its_own_clock_or_else_by_ours(string claims, double seconds) =>
        AssertLifetime(seconds, Read(Jwt(claims), "{}"));

    [Theory]
    [InlineData("""{"exp":1768564800}""")]
    [InlineData("""{"exp":1}""")]
    [InlineData("""{"sub":"x"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void A_token_that_tells_no_lifetime_that_can_be_has_none(string claims) =>
        AssertEndless(Read(Jwt(claims), "{}"));

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("a.!.c")]
    [InlineData("..")]
    [InlineData("a.b")]
    public void A_token_that_only_looks_like_a_JWT_is_a_token(string token) => AssertEndless(Read(token, "{}"));

    [Fact]
    public void The_reply_counts_before_the_token() =>
        AssertLifetime(1000, Read(Jwt("""{"exp":1768564900}"""), """{"expires_in":1000}"""));

    private static string Jwt(string claims) => $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.sig";

    private static AccessToken Read(string token, string members)
    {
        using var reply = JsonDocument.Parse(
            $$"""{"access_token":"{{token}}"{{(members == "{}" ? "" : ",")}}{{members[1..]}}"""
        );
        return TokenReading.Read(reply.RootElement, Asked)!.Access;
    }

    // A tenth of it, a minute at most, is left unused; of the lifetimes here the last minute.
    private static void AssertLifetime(double seconds, AccessToken token)
    {
        var end = Asked + TimeSpan.FromSeconds(seconds - 60);
        Assert.True(token.IsGoodAt(end - TimeSpan.FromTicks(1)));
        Assert.False(token.IsGoodAt(end));
    }

    private static void AssertEndless(AccessToken token) => Assert.True(token.IsGoodAt(Asked.AddYears(50)));
}
