using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Certificates.Issuing.Keeping;

/// <summary>Where what belongs to ACME is kept, below the certificates' directory.</summary>
internal sealed class AcmeFiles(CertificateOptions options)
{
    private const int HashLength = 8;

    private readonly string _root = Path.Combine(options.Directory, "acme");

    public string FailedValidations => Path.Combine(_root, "failed-validations.json");

    /// <summary>The directory of an account: the CA's host, for people, and a hash, because a host may have several CAs.</summary>
    public string AccountDirectory(Uri ca)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ca.AbsoluteUri)));
        return Path.Combine(_root, $"{ca.IdnHost.Replace(':', '-')}-{hash[..HashLength]}");
    }

    /// <summary>The file of something that is kept for a lineage, such as its open order.</summary>
    /// <param name="what">A word of ours.</param>
    public string For(string lineage, string what) => Path.Combine(_root, "state", $"{lineage}.{what}.json");
}
