using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Acme;

/// <summary>The way to a CA. One client per CA, kept.</summary>
internal static class AcmeHttp
{
    /// <param name="roots">The only roots to trust for the CA's own HTTPS; null: those of the system.</param>
    public static HttpClient Create(X509Certificate2Collection? roots = null) => throw new NotImplementedException();
}
