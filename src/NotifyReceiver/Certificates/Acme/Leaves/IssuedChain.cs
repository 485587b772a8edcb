using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>A certificate as the CA hands it out.</summary>
/// <param name="Certificates">The leaf, without a key, and then the others as the CA orders them.</param>
/// <param name="Address">Where it was found: that of the order, or one of its alternates.</param>
internal sealed record IssuedChain(IReadOnlyList<X509Certificate2> Certificates, Uri Address)
{
    public X509Certificate2 Leaf => Certificates[0];

    /// <summary>All of it, the leaf first.</summary>
    public string Pem => string.Concat(Certificates.Select(certificate => $"{certificate.ExportCertificatePem()}\n"));

    /// <summary>Whose name stands as the issuer of the last certificate: its common name, or all of the name where it has none.</summary>
    public string TopIssuer => Certificates[^1].GetNameInfo(X509NameType.SimpleName, forIssuer: true);
}
