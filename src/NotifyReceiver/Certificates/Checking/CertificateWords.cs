using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Certificates.Checking;

/// <summary>How a certificate is called in front of people: by what it is for, as its subject may be empty.</summary>
internal static class CertificateWords
{
    private const int MostNames = 3;

    public static string Of(X509Certificate2 certificate)
    {
        var names = SubjectNames.Of(certificate);
        if (names.Count > MostNames)
        {
            return PlainLine.Quote($"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more");
        }
        if (names.Count > 0)
        {
            return PlainLine.Quote(string.Join(", ", names));
        }
        return PlainLine.Quote(
            certificate.Subject.Length == 0 ? "number " + certificate.SerialNumber : certificate.Subject
        );
    }

    public static string List(IEnumerable<X509Certificate2> certificates) => string.Join(", ", certificates.Select(Of));
}
