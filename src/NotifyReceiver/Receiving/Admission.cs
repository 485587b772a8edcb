using NotifyReceiver.Listening;

namespace NotifyReceiver.Receiving;

/// <summary>Lets a caller in, or tells it how to come in.</summary>
internal static class Admission
{
    // Amazon SNS gives its user and password only when asked for Basic; and a caller may understand but one challenge a line.
    private static readonly string[] Challenges = ["Bearer", "Basic realm=\"notify-receiver\""];

    public static (string Credential, Problem? Refusal) Admit(this CallerAuthentication callers, HttpContext context)
    {
        var verdict = callers.Judge(context.Request.Headers);
        if (verdict is CallerAuthentication.Verdict.Known known)
        {
            return (known.Credential, null);
        }
        context.Response.Headers.WWWAuthenticate = Challenges;
        return (
            "",
            verdict is CallerAuthentication.Verdict.NoKey ? ReceivingProblems.NoKey() : ReceivingProblems.WrongKey()
        );
    }
}
