using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NotifyReceiver.Certificates.Acme.Orders;

namespace NotifyReceiver.Certificates.Acme.Proofs;

/// <summary>The TXT record of dns-01 (RFC 8555 section 8.4).</summary>
internal static class Dns01
{
    /// <summary>Without a point at the end; the same for a name and its wildcard.</summary>
    public static string RecordName(Identifier identifier) => $"_acme-challenge.{identifier.WithoutWildcard.Value}";

    public static string RecordValue(string keyAuthorization) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(keyAuthorization)));
}
