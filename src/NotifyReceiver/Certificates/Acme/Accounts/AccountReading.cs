using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Accounts;

/// <summary>Reads an account (RFC 8555 section 7.1.2).</summary>
internal static class AccountReading
{
    /// <summary>What a new account, or one looked for by its key, is answered: its address is in the Location.</summary>
    public static Answer<Account> Located(Reply reply) =>
        reply.Location is { } address
            ? At(address, reply)
            : ProblemReading.Garbage(reply, "the CA does not tell the address of the account");

    public static Answer<Account> At(Uri address, Reply reply)
    {
        if (reply.Read<Wire>() is not { } sent || StatusOf(sent.Status) is not { } status)
        {
            return ProblemReading.Garbage(reply, "this is no account with a status");
        }
        return new Account(address, status, [.. (sent.Contact ?? []).Select(OneLine.Of)]);
    }

    private static AccountStatus? StatusOf(string? text) =>
        text switch
        {
            // A CA that is asked for an account that exists may answer without its state.
            "valid" or null => AccountStatus.Valid,
            "deactivated" => AccountStatus.Deactivated,
            "revoked" => AccountStatus.Revoked,
            _ => null,
        };

    private sealed record Wire(string? Status, IReadOnlyList<string?>? Contact);
}
