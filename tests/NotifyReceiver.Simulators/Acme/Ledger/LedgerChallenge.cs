using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Ledger;

internal sealed class LedgerChallenge(int number, string type, string token)
{
    public int Number { get; } = number;

    public string Type { get; } = type;

    public string Token { get; } = token;

    public string Status { get; set; } = "pending";

    public RefusalException? Error { get; set; }

    public DateTimeOffset? Validated { get; set; }
}
