using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Reading;

/// <summary>Makes a candidate of the bytes of files, or says what is wrong with them and what to do.</summary>
internal static class CandidateReading
{
    /// <param name="certificates">The certificate and its chain, in any order.</param>
    /// <param name="key">Its private key; the same bytes again where one file holds all.</param>
    /// <param name="password">Of the key; null where none was given.</param>
    public static (Candidate? Candidate, string? Problem) Pem(byte[] certificates, byte[] key, string? password)
    {
        var (read, problem) = CertificateFile.Read(certificates);
        if (problem is not null)
        {
            return (null, problem);
        }
        var (keys, keyProblem) = KeyFile.Read(key, password);
        return keyProblem is null ? Pair(read, keys) : (null, keyProblem);
    }

    /// <param name="pfx">A PKCS#12 file (RFC 7292).</param>
    /// <param name="password">Null where none was given, which opens a file that has none.</param>
    public static (Candidate? Candidate, string? Problem) Pkcs12(byte[] pfx, string? password)
    {
        var (read, problem) = Pkcs12File.Read(pfx, password);
        if (problem is not null)
        {
            return (null, problem);
        }
        var withKey = read.Where(certificate => certificate.HasPrivateKey).ToList();
        var leaves = withKey.Where(one => !withKey.Exists(other => other != one && IsIssuedBy(other, one))).ToList();
        return leaves.Count switch
        {
            0 => (null, Pkcs12File.WithoutKey(read)),
            1 => (ChainOrder.Of(leaves[0], read.Where(other => other != leaves[0])), null),
            _ => (
                null,
                $"the PFX file holds {leaves.Count} certificates with a key each, and nobody can know which one is meant: {CertificateWords.List(leaves)}; export one of them with its chain"
            ),
        };
    }

    private static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer) =>
        Signature.IsNamedAsIssuer(certificate, issuer) && Signature.IsBy(certificate, issuer) is not false;

    private static (Candidate? Candidate, string? Problem) Pair(
        IReadOnlyList<X509Certificate2> certificates,
        IReadOnlyList<PrivateKey> keys
    )
    {
        foreach (var key in keys)
        {
            // The same key may have been certified again: the latest is meant.
            var fitting = certificates.Where(key.Fits).MaxBy(certificate => certificate.NotBefore);
            if (fitting is not null)
            {
                return Join(fitting, key, certificates.Where(other => other != fitting));
            }
        }
        return (null, WithoutPair(certificates, keys[0]));
    }

    private static (Candidate? Candidate, string? Problem) Join(
        X509Certificate2 certificate,
        PrivateKey key,
        IEnumerable<X509Certificate2> others
    )
    {
        try
        {
            return (ChainOrder.Of(key.JoinWith(certificate), others), null);
        }
        catch (Exception unusable)
            when (unusable is CryptographicException or ArgumentException or PlatformNotSupportedException)
        {
            return (
                null,
                $"the certificate {CertificateWords.Of(certificate)} has a key that the system cannot use: {unusable.Message}"
            );
        }
    }

    private static string WithoutPair(IReadOnlyList<X509Certificate2> certificates, PrivateKey key)
    {
        var first = certificates[0];
        if (!certificates.Any(key.IsOfTheKindOf))
        {
            return $"the key is {key.Words}, but the certificate {CertificateWords.Of(first)} has {KeyWords.Of(first.PublicKey)}: take the key with which this certificate was requested";
        }
        var all = CertificateWords.List(certificates);
        return certificates.Count == 1
            ? $"the key belongs to another certificate than {all}: take the key with which this certificate was requested"
            : $"the key belongs to none of the certificates in the file ({all}): take the key with which the certificate was requested";
    }
}
