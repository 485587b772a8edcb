using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Simulators.Acme.Ledger;

/// <param name="Leaf">Without its key, which the CA never sees.</param>
internal sealed record LedgerCertificate(
    int Number,
    LedgerAccount Account,
    X509Certificate2 Leaf,
    IReadOnlyList<string> Chains
)
{
    public required IssuedCertificate Issued { get; set; }
}
