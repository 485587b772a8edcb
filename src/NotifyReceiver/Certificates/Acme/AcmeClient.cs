using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Certificates.Acme;

/// <summary>
/// One CA, as anybody may speak to it; <see cref="As"/> speaks for an account. Nothing that a network or a CA may do is
/// thrown: it is the <see cref="AcmeProblem"/> of the answer. Keep one per CA: it keeps the directory and the nonces.
/// </summary>
/// <param name="http">From <see cref="AcmeHttp"/>; the caller disposes it.</param>
/// <param name="directory">Where the CA's directory is; https.</param>
internal sealed class AcmeClient(HttpClient http, Uri directory, TimeProvider clock)
{
    public Uri Address { get; } = directory;

    /// <summary>Asked for anew when the last answer is an hour old.</summary>
    public Task<Answer<AcmeDirectory>> DirectoryAsync(CancellationToken cancel) =>
        throw new NotImplementedException($"{http}{clock}");

    /// <summary>Makes an account, or finds the one that this key already has (RFC 8555 section 7.3).</summary>
    public Task<Answer<Account>> RegisterAsync(AccountKey key, NewAccount wanted, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>The account that this key has; <see cref="ProblemKind.AccountDoesNotExist"/> when it has none.</summary>
    public Task<Answer<Account>> FindAccountAsync(AccountKey key, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>When to renew. <see cref="ProblemKind.NotOffered"/> where the CA or the certificate does not support it.</summary>
    public Task<Answer<RenewalWindow>> RenewalWindowAsync(X509Certificate2 leaf, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>Revokes a certificate by its own key, for whoever lost the account (RFC 8555 section 7.6). Null: done.</summary>
    public Task<AcmeProblem?> RevokeAsync(
        X509Certificate2 leaf,
        AsymmetricAlgorithm leafKey,
        RevocationReason reason,
        CancellationToken cancel
    ) => throw new NotImplementedException();

    /// <param name="account">The account's address.</param>
    public AccountClient As(AccountKey key, Uri account) => throw new NotImplementedException();
}
