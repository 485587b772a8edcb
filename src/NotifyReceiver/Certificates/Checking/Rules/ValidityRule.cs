using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Rules;

/// <summary>Whether the certificate's time has come and is not over.</summary>
internal static class ValidityRule
{
    // The framework gives local times, and says so.
    public static DateTimeOffset From(X509Certificate2 certificate) =>
        new DateTimeOffset(certificate.NotBefore).ToUniversalTime();

    public static DateTimeOffset To(X509Certificate2 certificate) =>
        new DateTimeOffset(certificate.NotAfter).ToUniversalTime();

    /// <summary>Null where it is valid now.</summary>
    public static string? Problem(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now < From(certificate))
        {
            return $"the certificate {CertificateWords.Of(certificate)} is not valid before {Text(From(certificate))}; this machine's clock says {Text(now)}";
        }
        return now < To(certificate)
            ? null
            : $"the certificate {CertificateWords.Of(certificate)} expired at {Text(To(certificate))}; this machine's clock says {Text(now)}";
    }

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
