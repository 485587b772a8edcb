using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Accounts;

/// <summary>Our accounts at the CAs: made once, kept on disk. Hold the <see cref="CertificateLock"/>.</summary>
internal sealed class AccountBook(
    AccountFiles files,
    AccountChanges changes,
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
        if (await changes.EndRollOverAsync(ca, cancel) is { } unended)
        {
            return (null, unended);
        }
        var (key, unreadable) = files.Key(ca.Directory);
        if (unreadable is not null)
        {
            return (null, new IssuanceFailure(FailureKind.Machine, unreadable));
        }
        // A note that cannot be read is written anew: the CA finds the account by its key.
        if (key is null || files.Note(ca.Directory).Note is not { } note)
        {
            return await RegisterAsync(ca, key, cancel);
        }
        var account = new OpenedAccount(ca, clients.For(ca), key, note);
        return (await changes.TellContactsAsync(account, options.Contacts, cancel), null);
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
}
