using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>What a CA issues no more of, and what an order may replace.</summary>
internal sealed class OrderLimits(CaLedger ledger)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>RFC 9773 section 5: a certificate of the same account, with a name in common, that nothing replaces yet.</summary>
    public void CheckReplaces(string replaces, LedgerAccount account, IReadOnlyList<LedgerName> names)
    {
        if (ledger.Behaviour.RefusesReplaces is { } type)
        {
            throw new RefusalException(type == "alreadyReplaced" ? 409 : 400, type, "replaces is refused");
        }
        var replaced = ledger.CertificateOf(replaces);
        if (replaced is null || replaced.Account != account)
        {
            throw new RefusalException(400, "malformed", "replaces names no certificate of this account");
        }
        if (!names.Any(name => replaced.Issued.Names.Contains(name.Value, StringComparer.Ordinal)))
        {
            throw new RefusalException(400, "malformed", "replaces names a certificate of other names");
        }
        if (ledger.Orders.Exists(order => order.HoldsReplacementOf(replaces, ledger.Now)))
        {
            throw new RefusalException(409, "alreadyReplaced", "another order replaces this certificate");
        }
    }

    /// <summary>Renewals that replace a certificate are exempt.</summary>
    public void Check(IReadOnlyList<LedgerName> names, string? replaces)
    {
        if (replaces is not null)
        {
            return;
        }
        var all = names.Select(name => name.Value).Order(StringComparer.Ordinal).ToList();
        var same = ledger
            .Certificates.Select(each => each.Issued)
            .Where(each => each.Names.SequenceEqual(all) && each.NotBefore > ledger.Now - Week)
            .ToList();
        if (same.Count >= ledger.Behaviour.DuplicateLimit)
        {
            throw Limited("certificates for these names within a week", same[0].NotBefore + Week);
        }
        var failed = ledger
            .Failed.Where(each => all.Contains(each.Name, StringComparer.Ordinal) && each.At > ledger.Now - Hour)
            .ToList();
        if (failed.Count >= ledger.Behaviour.FailedValidationLimit)
        {
            throw Limited("failed validations of a name within an hour", failed[0].At + Hour);
        }
    }

    private RefusalException Limited(string what, DateTimeOffset until) =>
        new(429, "rateLimited", $"too many {what}") { RetryAfter = until - ledger.Now };
}
