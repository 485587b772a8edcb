using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Accounts;

/// <summary>Our accounts at the CAs: made once, kept on disk. Hold the <see cref="CertificateLock"/>.</summary>
internal sealed class AccountBook(
    AccountFiles files,
    CaClients clients,
    AcmeOptions options,
    TimeProvider clock,
    ILogger<AccountBook> log
)
{
    private const string Registering = "registering an account";

    /// <summary>The account that is kept; where there is none it is registered, by those who agree to the terms.</summary>
    /// <exception cref="IOException">What is kept could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">What is kept could not be written.</exception>
    public async Task<(OpenedAccount? Account, IssuanceFailure? Failure)> OpenAsync(
        CaOptions ca,
        CancellationToken cancel
    )
    {
        if (await EndRollOverAsync(ca, cancel) is { } unended)
        {
            return (null, unended);
        }
        var (key, unreadable) = files.Key(ca.Directory);
        if (unreadable is not null)
        {
            return (null, new IssuanceFailure(FailureKind.Machine, unreadable));
        }
        // A note that cannot be read is written anew: the CA finds the account by its key.
        return key is not null && files.Note(ca.Directory).Note is { } note
            ? (new OpenedAccount(ca, clients.For(ca), key, note), null)
            : await RegisterAsync(ca, key, cancel);
    }

    /// <summary>Registers an account, or finds the one that the key on disk already has.</summary>
    /// <exception cref="IOException">What is kept could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">What is kept could not be written.</exception>
    public async Task<(OpenedAccount? Account, IssuanceFailure? Failure)> RegisterAsync(
        CaOptions ca,
        CancellationToken cancel
    )
    {
        var (key, unreadable) = files.Key(ca.Directory);
        return unreadable is null
            ? await RegisterAsync(ca, key, cancel)
            : (null, new IssuanceFailure(FailureKind.Machine, unreadable));
    }

    /// <summary>Registers anew, with the same key, the account that its CA does not know any more.</summary>
    /// <exception cref="IOException">What is kept could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">What is kept could not be written.</exception>
    public Task<(OpenedAccount? Account, IssuanceFailure? Failure)> RegisterAgainAsync(
        CaOptions ca,
        CancellationToken cancel
    )
    {
        log.AccountForgotten(ca.Directory.Host);
        return RegisterAsync(ca, cancel);
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

    private async Task<(OpenedAccount? Account, IssuanceFailure? Failure)> RegisterAsync(
        CaOptions ca,
        AccountKey? kept,
        CancellationToken cancel
    )
    {
        var client = clients.For(ca);
        var (directory, unknown) = await client.DirectoryAsync(cancel);
        if (directory is null)
        {
            return (null, IssuanceFailure.Of(Registering, unknown!));
        }
        var key = kept ?? AccountKey.Create();
        if (kept is null)
        {
            // First here, then there: a key that only the CA knows would be an account that nobody can use.
            files.Keep(ca.Directory, key);
        }
        var wanted = new NewAccount(options.Contacts, options.AgreesToTerms, ca.ExternalAccount);
        var (account, problem) = await client.RegisterAsync(key, wanted, cancel);
        if (account is null)
        {
            return (null, IssuanceFailure.Of(Registering, problem!));
        }
        if (account.Status != AccountStatus.Valid)
        {
            return (null, new IssuanceFailure(FailureKind.Configuration, Dead(ca, account.Status)));
        }
        var note = new AccountNote(
            ca.Directory,
            account.Address,
            options.Contacts,
            directory.TermsOfService,
            ca.ExternalAccount?.KeyId,
            clock.GetUtcNow()
        );
        files.Keep(note);
        return (new OpenedAccount(ca, client, key, note), null);
    }

    private string Dead(CaOptions ca, AccountStatus status) =>
        $"{ca.Directory.Host} says that the account of this key is {status}; remove '{files.DirectoryOf(ca.Directory)}' to register a new one";

    // Whether the CA has taken the next key it alone knows, after a crash or a broken connection.
    private async Task<IssuanceFailure?> EndRollOverAsync(CaOptions ca, CancellationToken cancel)
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
