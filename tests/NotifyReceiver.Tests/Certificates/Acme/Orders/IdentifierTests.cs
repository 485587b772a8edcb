using NotifyReceiver.Certificates.Acme.Orders;

namespace NotifyReceiver.Tests.Certificates.Acme.Orders;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("Example.ORG", nameof(IdentifierType.Dns), "example.org")]
    [InlineData(" example.org. ", nameof(IdentifierType.Dns), "example.org")]
    [InlineData("*.example.org", nameof(IdentifierType.Dns), "*.example.org")]
    [InlineData("localhost", nameof(IdentifierType.Dns), "localhost")]
    [InlineData("1", nameof(IdentifierType.Dns), "1")]
    [InlineData("1.2.3.example", nameof(IdentifierType.Dns), "1.2.3.example")]
    [InlineData("192.0.2.1", nameof(IdentifierType.Ip), "192.0.2.1")]
    [InlineData("2001:DB8:0:0:0:0:0:1", nameof(IdentifierType.Ip), "2001:db8::1")]
    [InlineData("[::1]", nameof(IdentifierType.Ip), "::1")]
    public void Names_and_addresses_are_told_apart(string name, string type, string value)
    {
        var identifier = Identifier.Of(name);

        Assert.Equal((type, value), (identifier.Type.ToString(), identifier.Value));
    }

    [Fact]
    public void A_wildcard_is_proven_by_the_name_below_it()
    {
        Assert.True(Identifier.Of("*.example.org").IsWildcard);
        Assert.False(Identifier.Of("example.org").IsWildcard);
        Assert.Equal(Identifier.Of("example.org"), Identifier.Of("*.example.org").WithoutWildcard);
    }

    [Fact]
    public void What_the_CA_calls_by_another_type_is_no_name() =>
        Assert.Null(new WireIdentifier("email", "admin@example.org").ToIdentifier());
}
