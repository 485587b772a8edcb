using System.Net;

namespace NotifyReceiver.Certificates.Acme.Orders;

/// <summary>A name that a certificate is for.</summary>
/// <param name="Value">In the form that the protocol compares: host names in lower case, IPv6 addresses as RFC 5952 writes them.</param>
internal sealed record Identifier(IdentifierType Type, string Value)
{
    private const string WildcardPrefix = "*.";
    private const int PointsInIpv4 = 3;

    public bool IsWildcard => Type == IdentifierType.Dns && Value.StartsWith(WildcardPrefix, StringComparison.Ordinal);

    /// <summary>The name below a wildcard, which is what is validated; else the same.</summary>
    public Identifier WithoutWildcard => IsWildcard ? this with { Value = Value[WildcardPrefix.Length..] } : this;

    /// <param name="name">A host name in ASCII, a wildcard, or an address.</param>
    public static Identifier Of(string name)
    {
        var plain = name.Trim().TrimEnd('.').ToLowerInvariant();
        // A lone number would be an address too, by the rules of 1983.
        var mayBeAddress =
            plain.Contains(':', StringComparison.Ordinal) || plain.Count(letter => letter == '.') == PointsInIpv4;
        return mayBeAddress && IPAddress.TryParse(plain, out var address)
            ? new Identifier(IdentifierType.Ip, address.ToString())
            : new Identifier(IdentifierType.Dns, plain);
    }

    public override string ToString() => Value;
}
