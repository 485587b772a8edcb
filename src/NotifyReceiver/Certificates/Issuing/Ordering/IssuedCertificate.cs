namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>What an order has brought.</summary>
/// <param name="ChainPem">The leaf and the rest, as the CA hands them out.</param>
/// <param name="KeyPem">The leaf's key. A secret.</param>
/// <param name="Order">The order's address.</param>
internal sealed record IssuedCertificate(string ChainPem, string KeyPem, Uri Order)
{
    public override string ToString() => $"{Order}";
}
