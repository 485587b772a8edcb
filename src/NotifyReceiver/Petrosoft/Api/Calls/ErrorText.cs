using System.Net.Http.Headers;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Petrosoft.Api.Calls;

/// <summary>What a host says about its refusal, where it says it in one of the usual members.</summary>
internal static class ErrorText
{
    private static readonly string[] Members = ["error", "message", "detail", "title"];

    /// <summary>
    /// <c>" (path: no document is there)"</c>, or nothing. A host may repeat what it was sent, so a token is taken out; and a call
    /// without one carries a password, of which nothing is repeated.
    /// </summary>
    public static string Of(byte[] body, AuthenticationHeaderValue? sent)
    {
        var (root, _) = JsonReply.Parse(body);
        if (root is not { } error || sent?.Parameter is not { Length: > 0 } token)
        {
            return "";
        }
        var said = Members.Select(member => error.Text(member)).FirstOrDefault(text => text is not null);
        return said is null ? "" : $" ({PlainLine.Of(said.Replace(token, "***", StringComparison.Ordinal))})";
    }
}
