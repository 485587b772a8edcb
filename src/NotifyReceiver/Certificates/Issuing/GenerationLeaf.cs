using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Issuing;

/// <summary>The certificate of a generation, as a CA's renewal information asks for it.</summary>
internal static class GenerationLeaf
{
    /// <summary>Without a key. Null when it cannot be read, which nobody who renews is stopped by.</summary>
    public static X509Certificate2? Of(Generation generation)
    {
        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(generation.CertificateFile));
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }
}
