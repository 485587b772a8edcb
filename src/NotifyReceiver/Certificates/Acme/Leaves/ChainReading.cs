using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>Reads a chain in PEM (RFC 8555 sections 7.4.2 and 9.1): certificates, whole ones, and nothing else.</summary>
internal static class ChainReading
{
    private const string Begin = "-----BEGIN ";

    public static Answer<IssuedChain> Of(Reply reply)
    {
        var (certificates, flaw) = Read(Encoding.UTF8.GetString(reply.Body));
        return flaw is null ? new IssuedChain(certificates, reply.Address) : ProblemReading.Garbage(reply, flaw);
    }

    private static (List<X509Certificate2> Certificates, string? Flaw) Read(string pem)
    {
        var certificates = new List<X509Certificate2>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var found))
        {
            if (!rest[found.Label].SequenceEqual("CERTIFICATE"))
            {
                return (certificates, "among the certificates is something else");
            }
            // The reader of PEM leaves out what is cut.
            if (rest[..found.Location.Start].Contains(Begin, StringComparison.Ordinal))
            {
                return (certificates, "one of the certificates is not whole");
            }
            try
            {
                certificates.Add(
                    X509CertificateLoader.LoadCertificate(Convert.FromBase64String(rest[found.Base64Data].ToString()))
                );
            }
            catch (CryptographicException)
            {
                return (certificates, "one of the certificates cannot be read");
            }
            rest = rest[found.Location.End..];
        }
        if (rest.Contains(Begin, StringComparison.Ordinal))
        {
            return (certificates, "one of the certificates is not whole");
        }
        return (certificates, certificates.Count == 0 ? "these are no certificates in PEM" : null);
    }
}
