using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Certificates.Tls.Clients;

/// <summary>The CAs whose certificates are accepted, as PEM.</summary>
internal static class AuthorityFile
{
    public static (IReadOnlyList<X509Certificate2> Authorities, string? Problem) Read(string file)
    {
        try
        {
            var (read, problem) = CertificateFile.Read(File.ReadAllBytes(file));
            problem ??= ProblemOf(read);
            return problem is null ? (read, null) : ([], $"{PlainLine.Quote(file)}: {problem}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return ([], $"cannot read {PlainLine.Quote(file)}: {unreadable.Message}");
        }
    }

    private static string? ProblemOf(IReadOnlyList<X509Certificate2> read)
    {
        if (read.FirstOrDefault(one => !IsAuthority(one)) is { } other)
        {
            return $"the certificate {CertificateWords.Of(other)} is not that of a CA, so nothing that it signed would be accepted";
        }
        return read.Any(Signature.IsSelfSigned)
            ? null
            : $"none of its certificates is a root ({CertificateWords.List(read)}): add the self-signed certificate at the end of their chain";
    }

    private static bool IsAuthority(X509Certificate2 certificate) =>
        certificate
            .Extensions.OfType<X509BasicConstraintsExtension>()
            .Any(constraints => constraints.CertificateAuthority);
}
