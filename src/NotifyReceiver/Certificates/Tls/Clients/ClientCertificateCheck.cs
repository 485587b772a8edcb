using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Tls.Clients;

/// <summary>
/// Accepts what the configured CAs have issued for clients and nothing else: not what the system trusts, and without the network,
/// so revocation is not looked up.
/// </summary>
/// <param name="authorities">Roots, and intermediates that callers may leave out.</param>
internal sealed class ClientCertificateCheck(IReadOnlyList<X509Certificate2> authorities)
{
    private static readonly Oid ClientAuth = new("1.3.6.1.5.5.7.3.2", "TLS client");

    /// <param name="chain">What the caller sent with it stands in there.</param>
    /// <param name="errors">What the framework found; it may have looked elsewhere, so only what is found here counts.</param>
    public bool IsAccepted(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return false;
        }
        using var ours = new X509Chain { ChainPolicy = Policy() };
        if (chain is not null)
        {
            ours.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        }
        using var shown = new X509Certificate2(certificate);
        return ours.Build(shown);
    }

    /// <summary>A new one, as those who build chains write into it.</summary>
    public X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.ApplicationPolicy.Add(ClientAuth);
        foreach (var authority in authorities)
        {
            var isRoot = authority.SubjectName.RawData.AsSpan().SequenceEqual(authority.IssuerName.RawData);
            (isRoot ? policy.CustomTrustStore : policy.ExtraStore).Add(authority);
        }
        return policy;
    }
}
