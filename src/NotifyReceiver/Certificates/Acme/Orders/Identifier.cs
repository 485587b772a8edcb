using System.Net;

namespace NotifyReceiver.Certificates.Acme.Orders;

/// <summary>A name that a certificate is for.</summary>
/// <param name="Value">In the form that the protocol compares: host names in lower case, IPv6 addresses as RFC 5952 writes them.</param>
internal sealed record Identifier(IdentifierType Type, string Value)
{
    private const string WildcardPrefix = "*.";

    public bool IsWildcard => Type == IdentifierType.Dns && Value.StartsWith(WildcardPrefix, StringComparison.Ordinal);

    /// <summary>The name below a wildcard, which is what is validated; else the same.</summary>
    public Identifier WithoutWildcard => IsWildcard ? this with { Value = Value[WildcardPrefix.Length..] } : this;

    /// <param name="name">A host name in ASCII, a wildcard, or an address.</param>
    public static Identifier Of(string name) =>
        IPAddress.TryParse(name, out var address)
            ? new Identifier(IdentifierType.Ip, address.ToString())
            : new Identifier(IdentifierType.Dns, name.ToLowerInvariant());

    public override string ToString() => Value;
}
