using System.Globalization;
using System.Security.Authentication;

namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>What kept an answer from coming at all.</summary>
internal static class NetworkProblem
{
    public static AcmeProblem TooLate(string request, TimeSpan timeout) =>
        new(ProblemKind.Unreachable, $"no whole answer within {timeout.TotalSeconds:0} s") { Request = request };

    public static AcmeProblem Of(string request, Exception broken, DateTimeOffset now)
    {
        var tls = OneLine.Of(Tls(broken)?.Message);
        var (kind, detail) = tls switch
        {
            _ when tls.Contains("NotTimeValid", StringComparison.Ordinal) => (
                ProblemKind.ClockSuspect,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the CA's TLS certificate is not valid at {now:yyyy-MM-dd HH:mm:ss} UTC, which is what this machine's clock says"
                )
            ),
            _ when tls.Contains("remote certificate", StringComparison.OrdinalIgnoreCase) => (
                ProblemKind.Untrusted,
                tls
            ),
            "" => (ProblemKind.Unreachable, InWords(broken)),
            _ => (ProblemKind.Unreachable, $"no TLS connection: {tls}"),
        };
        return new AcmeProblem(kind, detail) { Request = request };
    }

    private static AuthenticationException? Tls(Exception? broken)
    {
        while (broken is not null and not AuthenticationException)
        {
            broken = broken.InnerException;
        }
        return broken as AuthenticationException;
    }

    // The outermost names whom it could not reach, the innermost why something broke off.
    private static string InWords(Exception broken) =>
        OneLine.Of(
            broken
                is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError,
                }
                ? broken.Message
                : broken.GetBaseException().Message
        );
}
