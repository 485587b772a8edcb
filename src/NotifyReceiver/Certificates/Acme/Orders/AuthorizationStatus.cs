namespace NotifyReceiver.Certificates.Acme.Orders;

/// <summary>RFC 8555 section 7.1.6.</summary>
internal enum AuthorizationStatus
{
    Pending,
    Valid,
    Invalid,
    Deactivated,
    Expired,
    Revoked,
}
