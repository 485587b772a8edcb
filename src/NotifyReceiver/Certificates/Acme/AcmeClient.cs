using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme;

/// <summary>
/// One CA, as anybody may speak to it; <see cref="As"/> speaks for an account. Nothing that a network or a CA may do is
/// thrown: it is the <see cref="AcmeProblem"/> of the answer. Keep one per CA: it keeps the directory and the nonces.
/// </summary>
/// <param name="http">From <see cref="AcmeHttp"/>; the caller disposes it.</param>
/// <param name="directory">Where the CA's directory is; https.</param>
internal sealed class AcmeClient(HttpClient http, Uri directory, TimeProvider clock)
{
    private readonly CaCalls _calls = new(http, directory, clock);

    public Uri Address { get; } = directory;

    /// <summary>Asked for anew when the last answer is an hour old.</summary>
    public Task<Answer<AcmeDirectory>> DirectoryAsync(CancellationToken cancel) => _calls.DirectoryAsync(cancel);

    /// <summary>
    /// Makes an account, or finds the one that this key already has (RFC 8555 section 7.3). A CA with terms of service is not
    /// asked before they are agreed to.
    /// </summary>
    public async Task<Answer<Account>> RegisterAsync(AccountKey key, NewAccount wanted, CancellationToken cancel)
    {
        var found = await DirectoryAsync(cancel);
        return await found.ThenAsync(async offered =>
        {
            if (offered.TermsOfService is { } terms && !wanted.TermsAgreed)
            {
                return new AcmeProblem(ProblemKind.UserActionRequired, "its terms of service have not been agreed to")
                {
                    TermsOfService = terms,
                };
            }
            var payload = new JsonObject { ["contact"] = Contacts.ToJson(wanted.Contacts) };
            if (wanted.TermsAgreed)
            {
                payload["termsOfServiceAgreed"] = true;
            }
            if (wanted.ExternalAccount is { } external)
            {
                payload["externalAccountBinding"] = external.Bind(key, offered.NewAccount);
            }
            var answer = await _calls.PostAsync(key.AsItself(), offered.NewAccount, payload, cancel);
            return answer.Then(AccountReading.Located);
        });
    }

    /// <summary>The account that this key has; <see cref="ProblemKind.AccountDoesNotExist"/> when it has none.</summary>
    public async Task<Answer<Account>> FindAccountAsync(AccountKey key, CancellationToken cancel)
    {
        var found = await DirectoryAsync(cancel);
        return await found.ThenAsync(async offered =>
        {
            var payload = new JsonObject { ["onlyReturnExisting"] = true };
            var answer = await _calls.PostAsync(key.AsItself(), offered.NewAccount, payload, cancel);
            return answer.Then(AccountReading.Located);
        });
    }

    /// <summary>When to renew. <see cref="ProblemKind.NotOffered"/> where the CA or the certificate does not support it.</summary>
    public async Task<Answer<RenewalWindow>> RenewalWindowAsync(X509Certificate2 leaf, CancellationToken cancel)
    {
        var found = await DirectoryAsync(cancel);
        return await found.ThenAsync<RenewalWindow>(async offered =>
        {
            if (offered.RenewalInfo is not { } renewalInfo)
            {
                return NotOffered("renewal information");
            }
            if (RenewalId.Of(leaf) is not { } id)
            {
                return new AcmeProblem(ProblemKind.NotOffered, "the certificate does not name its issuer's key");
            }
            var answer = await _calls.GetAsync(new Uri($"{renewalInfo.AbsoluteUri.TrimEnd('/')}/{id}"), cancel);
            return answer.Then(RenewalWindowReading.Of);
        });
    }

    /// <summary>Revokes a certificate by its own key, for whoever lost the account (RFC 8555 section 7.6). Null: done.</summary>
    public Task<AcmeProblem?> RevokeAsync(
        X509Certificate2 leaf,
        AsymmetricAlgorithm leafKey,
        RevocationReason reason,
        CancellationToken cancel
    ) => RevokeAsync(leaf, LeafSigner.Of(leafKey), reason, cancel);

    /// <param name="account">The account's address.</param>
    public AccountClient As(AccountKey key, Uri account) => new(this, _calls, key, account);

    internal async Task<AcmeProblem?> RevokeAsync(
        X509Certificate2 leaf,
        JwsSigner signer,
        RevocationReason reason,
        CancellationToken cancel
    )
    {
        var (offered, unknown) = await DirectoryAsync(cancel);
        if (offered is null)
        {
            return unknown;
        }
        if (offered.RevokeCert is not { } revokeCert)
        {
            return NotOffered("revocation");
        }
        var payload = new JsonObject
        {
            ["certificate"] = Base64Url.EncodeToString(leaf.RawDataMemory.Span),
            ["reason"] = (int)reason,
        };
        var answer = await _calls.PostAsync(signer, revokeCert, payload, cancel);
        return answer.Problem;
    }

    internal static AcmeProblem NotOffered(string what) =>
        new(ProblemKind.NotOffered, $"its directory offers no {what}");
}
