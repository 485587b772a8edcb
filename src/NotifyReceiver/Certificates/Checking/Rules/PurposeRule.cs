using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Rules;

/// <summary>Whether the certificate was made for a TLS server (RFC 5280, 4.2.1.3 and 4.2.1.12), and is signed so that callers believe it.</summary>
internal static class PurposeRule
{
    private const string ServerAuth = "1.3.6.1.5.5.7.3.1";
    private const string Anything = "2.5.29.37.0";

    public static void Apply(Candidate candidate, Findings findings)
    {
        var leaf = candidate.Leaf;
        if (Extension<X509EnhancedKeyUsageExtension>(leaf) is { } purposes && !IsForServers(purposes))
        {
            findings.Refuse(
                "the certificate was not issued for servers (its extended key usage lacks serverAuth): ask the CA for a TLS server certificate"
            );
        }
        if (
            Extension<X509KeyUsageExtension>(leaf) is { } usage
            && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)
        )
        {
            findings.Refuse(
                "the certificate's key may not sign (its key usage lacks digitalSignature), which TLS needs: ask the CA for a TLS server certificate"
            );
        }
        if (IsAuthority(leaf))
        {
            findings.Warn("the certificate is that of a CA; some callers refuse one as a server's");
        }
        foreach (var certificate in candidate.Intermediates.Prepend(leaf))
        {
            RefuseWeakHash(certificate, findings);
        }
    }

    public static bool IsAuthority(X509Certificate2 certificate) =>
        Extension<X509BasicConstraintsExtension>(certificate) is { CertificateAuthority: true };

    private static void RefuseWeakHash(X509Certificate2 certificate, Findings findings)
    {
        var hash = Signature.Hash(certificate);
        if (hash == HashAlgorithmName.SHA1 || hash == HashAlgorithmName.MD5)
        {
            findings.Refuse(
                $"the certificate {CertificateWords.Of(certificate)} is signed with {hash.Value.Name}, which callers no longer accept: have it issued anew"
            );
        }
    }

    private static bool IsForServers(X509EnhancedKeyUsageExtension purposes) =>
        purposes.EnhancedKeyUsages.OfType<Oid>().Any(purpose => purpose.Value is ServerAuth or Anything);

    private static T? Extension<T>(X509Certificate2 certificate)
        where T : X509Extension => certificate.Extensions.OfType<T>().FirstOrDefault();
}
