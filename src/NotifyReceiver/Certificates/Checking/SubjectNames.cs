using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking;

/// <summary>For whom a certificate is: the names of its subject alternative name (RFC 5280, 4.2.1.6), the only ones that clients look at.</summary>
internal static class SubjectNames
{
    private const string Extension = "2.5.29.17";

    /// <summary>DNS names and IP addresses, in lower case and in their order; empty also where the extension cannot be read.</summary>
    public static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        try
        {
            return
            [
                .. certificate
                    .Extensions.Where(extension => extension.Oid?.Value == Extension)
                    .Select(extension => new X509SubjectAlternativeNameExtension(extension.RawData, extension.Critical))
                    .SelectMany(names =>
                        names
                            .EnumerateDnsNames()
                            .Select(name => name.ToLowerInvariant())
                            .Concat(names.EnumerateIPAddresses().Select(address => address.ToString()))
                    ),
            ];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
