using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Ledger;

internal sealed class LedgerAuthorization(int number, LedgerAccount account, LedgerName name)
{
    public int Number { get; } = number;

    public LedgerAccount Account { get; } = account;

    /// <summary>As it was ordered, with the <c>*.</c> of a wildcard.</summary>
    public LedgerName Name { get; } = name;

    public string Status { get; set; } = "pending";

    public required DateTimeOffset Expires { get; set; }

    public required IReadOnlyList<LedgerChallenge> Challenges { get; init; }

    /// <summary>Done when its validation is.</summary>
    public Task Validation { get; set; } = Task.CompletedTask;

    /// <summary>So often it is still told to be pending.</summary>
    public int PollsLeft { get; set; }

    public void Expire(DateTimeOffset now)
    {
        if (Status is "pending" or "valid" && now >= Expires)
        {
            Status = "expired";
        }
    }

    public void Settle(LedgerChallenge challenge, RefusalException? error, DateTimeOffset now)
    {
        challenge.Status = error is null ? "valid" : "invalid";
        challenge.Error = error;
        challenge.Validated = error is null ? now : null;
        Status = challenge.Status;
    }
}
