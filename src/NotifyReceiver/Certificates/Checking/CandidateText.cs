using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking;

/// <summary>A candidate as PEM, as it is kept.</summary>
internal static class CandidateText
{
    /// <summary>The leaf, then its chain upwards.</summary>
    public static string CertificatePem(Candidate candidate) =>
        string.Concat(candidate.Intermediates.Prepend(candidate.Leaf).Select(one => one.ExportCertificatePem() + "\n"));

    /// <summary>PKCS#8, not encrypted: write it where only the service may read it.</summary>
    public static string KeyPem(Candidate candidate)
    {
        using AsymmetricAlgorithm? key = candidate.Leaf.GetECDsaPrivateKey() is { } ec
            ? ec
            : candidate.Leaf.GetRSAPrivateKey();
        return key is null
            ? throw new InvalidOperationException("a candidate's key is RSA or EC")
            : key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
