using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Accounts;

/// <summary>What changes about an account once there is one. Hold the <see cref="CertificateLock"/>.</summary>
internal sealed class AccountChanges(AccountFiles files, CaClients clients, ILogger<AccountChanges> log)
{
    /// <summary>The account, with other contacts where the settings have others by now. A CA that does not take them keeps nobody from ordering.</summary>
    /// <exception cref="IOException">What is kept could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">What is kept could not be written.</exception>
    public async Task<OpenedAccount> TellContactsAsync(
        OpenedAccount account,
        IReadOnlyList<string> contacts,
        CancellationToken cancel
    )
    {
        if (account.Note.Contacts.SequenceEqual(contacts, StringComparer.Ordinal))
        {
            return account;
        }
        if (await account.Client.ChangeContactsAsync(contacts, cancel) is { Problem: { } problem })
        {
            log.ContactsRefused(account.Ca.Directory.Host, problem.InWords);
            return account;
        }
        var told = account with { Note = account.Note with { Contacts = contacts } };
        files.Keep(told.Note);
        return told;
    }

    /// <summary>Puts a new key in place of the account's, at the CA and here. Null: done.</summary>
    /// <exception cref="IOException">What is kept could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">What is kept could not be written.</exception>
    public async Task<IssuanceFailure?> RollOverAsync(OpenedAccount account, CancellationToken cancel)
    {
        using var next = AccountKey.Create();
        files.KeepNext(account.Ca.Directory, next);
        var problem = await account.Client.RollOverAsync(next, cancel);
        if (problem is null)
        {
            files.TakeNext(account.Ca.Directory);
            return null;
        }
        // Otherwise the CA may have done it; the next who opens the account asks.
        if (problem.Kind is not (ProblemKind.Unreachable or ProblemKind.ServerTrouble or ProblemKind.Garbage))
        {
            files.DropNext(account.Ca.Directory);
        }
        return IssuanceFailure.Of("changing the account's key", problem);
    }

    /// <summary>Ends the account for good. Null: done.</summary>
    /// <exception cref="IOException">What is kept could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">What is kept could not be written.</exception>
    public async Task<IssuanceFailure?> DeactivateAsync(OpenedAccount account, CancellationToken cancel)
    {
        if (await account.Client.DeactivateAsync(cancel) is { } problem)
        {
            return IssuanceFailure.Of("deactivating the account", problem);
        }
        files.Retire(account.Ca.Directory);
        return null;
    }

    /// <summary>Ends a roll-over that a crash or a broken connection has left: whether the CA has taken the next key it alone knows. Null: nothing is open.</summary>
    public async Task<IssuanceFailure?> EndRollOverAsync(CaOptions ca, CancellationToken cancel)
    {
        var (next, unreadable) = files.NextKey(ca.Directory);
        if (unreadable is not null)
        {
            files.DropNext(ca.Directory);
        }
        if (next is null)
        {
            return null;
        }
        using (next)
        {
            var (_, problem) = await clients.For(ca).FindAccountAsync(next, cancel);
            switch (problem?.Kind)
            {
                case null:
                    files.TakeNext(ca.Directory);
                    return null;
                case ProblemKind.AccountDoesNotExist:
                    files.DropNext(ca.Directory);
                    return null;
                default:
                    return IssuanceFailure.Of("asking which key the account has", problem);
            }
        }
    }
}
