using System.Text;
using NotifyReceiver.Simulators.Ationet.Answering;
using NotifyReceiver.Simulators.Ationet.Shapes;
using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Ationet.Checking;

/// <summary>What must be right about a request before anybody reads its body.</summary>
internal sealed class RequestChecks(AtionetOptions options)
{
    public void CheckInsert(ArrivedRequest request, Problems problems) =>
        Check(
            request,
            problems,
            (options.UserName, options.Password),
            (options.DownloadUserName, options.DownloadPassword)
        );

    public void CheckDownload(ArrivedRequest request, Problems problems) =>
        Check(
            request,
            problems,
            (options.DownloadUserName, options.DownloadPassword),
            (options.UserName, options.Password)
        );

    private void Check(
        ArrivedRequest request,
        Problems problems,
        (string Name, string Password) user,
        (string Name, string Password) otherUser
    )
    {
        CheckAuthorization(request, problems, user, otherUser);
        if (request.Protocol != "HTTP/1.1")
        {
            problems.Add("Protocol", $"is {request.Protocol}, must be HTTP/1.1", status: 505);
        }

        if (request.Header("Content-Type") is not ["application/json"])
        {
            problems.Add("Content-Type", Wrong(request, "Content-Type", "application/json"), status: 415);
        }

        if (request.Header("Content-Length") is not [_] || request.Header("Transfer-Encoding").Count > 0)
        {
            problems.Add("Content-Length", "is missing: the body must not be chunked", status: 411);
        }

        if (request.Header("Accept-Encoding") is not ["gzip"])
        {
            problems.Add("Accept-Encoding", Wrong(request, "Accept-Encoding", "gzip"));
        }
    }

    /// <summary>Never repeats what was sent: a violation ends up in the output of a test.</summary>
    private void CheckAuthorization(
        ArrivedRequest request,
        Problems problems,
        (string Name, string Password) user,
        (string Name, string Password) otherUser
    )
    {
        var sent = request.Header("Authorization");
        if (sent is [var only] && only == Header(user, options.CredentialForm))
        {
            return;
        }

        var otherForm = options.CredentialForm is CredentialForm.Plain ? CredentialForm.Base64 : CredentialForm.Plain;
        var (what, code) = sent switch
        {
            [] => ("is missing", AtionetCodes.InvalidUser),
            [var value] when value == Header(otherUser, options.CredentialForm) => (
                $"is that of the user of the other address: {request.Path} has its own",
                AtionetCodes.UserNotAllowed
            ),
            [var value] when value == Header(user, otherForm) => (
                $"is in the form {otherForm}, must be {options.CredentialForm}",
                AtionetCodes.InvalidUser
            ),
            _ => (
                $"is not 'Basic user:password' of the known user in the form {options.CredentialForm}",
                AtionetCodes.InvalidUser
            ),
        };
        problems.Add("Authorization", what, code, StatusCodes.Status401Unauthorized);
    }

    private static string Header((string Name, string Password) user, CredentialForm form)
    {
        var plain = $"{user.Name}:{user.Password}";
        return "Basic "
            + (form is CredentialForm.Plain ? plain : Convert.ToBase64String(Encoding.UTF8.GetBytes(plain)));
    }

    private static string Wrong(ArrivedRequest request, string header, string expected) =>
        request.Header(header) is { Count: > 0 } sent
            ? $"is '{string.Join(", ", sent)}', must be exactly '{expected}'"
            : $"is missing, must be '{expected}'";
}
