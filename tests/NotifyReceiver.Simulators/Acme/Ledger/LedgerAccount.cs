using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Ledger;

internal sealed class LedgerAccount(int number, SignerKey key)
{
    public int Number { get; } = number;

    public SignerKey Key { get; set; } = key;

    public IReadOnlyList<string> Contacts { get; set; } = [];

    public bool IsDeactivated { get; set; }

    /// <summary>Those that it agreed to.</summary>
    public Uri? Terms { get; set; }

    public string? ExternalKeyId { get; init; }
}
