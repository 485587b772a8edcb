using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking;

/// <summary>A certificate with its key and its chain, as they were read; nobody knows yet whether it can be served.</summary>
/// <param name="Leaf">With its private key.</param>
/// <param name="Intermediates">From the leaf's issuer upwards, as configured; a self-signed root is left out, nobody needs it.</param>
internal sealed record Candidate(X509Certificate2 Leaf, IReadOnlyList<X509Certificate2> Intermediates)
{
    /// <summary>The self-signed certificate that ends the chain, where it stood in the files too; it is not sent.</summary>
    public X509Certificate2? Root { get; init; }

    /// <summary>Certificates that stood in the files and belong to no chain of the leaf's: they are not sent.</summary>
    public IReadOnlyList<X509Certificate2> Leftovers { get; init; } = [];
}
