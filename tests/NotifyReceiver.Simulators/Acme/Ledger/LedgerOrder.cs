namespace NotifyReceiver.Simulators.Acme.Ledger;

internal sealed class LedgerOrder(int number, LedgerAccount account, IReadOnlyList<LedgerName> names)
{
    public int Number { get; } = number;

    public LedgerAccount Account { get; } = account;

    public IReadOnlyList<LedgerName> Names { get; } = names;

    public required IReadOnlyList<LedgerAuthorization> Authorizations { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public string? Profile { get; init; }

    public string? Replaces { get; init; }

    public LedgerCertificate? Certificate { get; set; }

    /// <summary>So often it is still told to be in processing.</summary>
    public int PollsLeft { get; set; }

    /// <summary>RFC 8555 section 7.1.6.</summary>
    public string StatusAt(DateTimeOffset now)
    {
        if (Certificate is not null)
        {
            return PollsLeft > 0 ? "processing" : "valid";
        }
        foreach (var authorization in Authorizations)
        {
            authorization.Expire(now);
        }
        if (now >= Expires || Authorizations.Any(each => each.Status is not ("pending" or "valid")))
        {
            return "invalid";
        }
        return Authorizations.All(each => each.Status == "valid" && each.PollsLeft == 0) ? "ready" : "pending";
    }

    /// <summary>RFC 9773 section 5: what fails frees the certificate that it was to replace.</summary>
    public bool HoldsReplacementOf(string renewalId, DateTimeOffset now) =>
        Replaces == renewalId && StatusAt(now) != "invalid";
}
