namespace NotifyReceiver.Certificates.Acme.Orders;

internal enum IdentifierType
{
    /// <summary>A host name, or a wildcard (RFC 8555).</summary>
    Dns,

    /// <summary>An IPv4 or IPv6 address (RFC 8738).</summary>
    Ip,
}
