using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Tests.Certificates.Support;

/// <summary>How a leaf differs from what a CA usually issues for a server.</summary>
internal sealed record LeafShape
{
    public static LeafShape Usual { get; } = new();

    /// <summary>Of extended key usages; none: the extension is left out.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [ServerAuth];

    /// <summary>Null: the extension is left out.</summary>
    public X509KeyUsageFlags? KeyUsage { get; init; } = X509KeyUsageFlags.DigitalSignature;

    public bool IsAuthority { get; init; }

    public string Subject { get; init; } = "";

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>Where the issuer's certificate could be fetched (AIA).</summary>
    public Uri? IssuerAddress { get; init; }

    public Uri? OcspAddress { get; init; }

    public Uri? CrlAddress { get; init; }

    public const string ServerAuth = "1.3.6.1.5.5.7.3.1";
    public const string ClientAuth = "1.3.6.1.5.5.7.3.2";
}
