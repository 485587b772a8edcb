using System.Text;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>What an answer that is no success means.</summary>
internal static class ProblemReading
{
    private const int LongestQuote = 200;

    public static AcmeProblem Of(Reply reply)
    {
        var sent = reply.Read<WireProblem>();
        var problem = sent is { Type: not null } or { Detail: not null }
            ? sent.ToProblem(reply.Status)
            : Unexplained(reply);
        return problem with
        {
            Request = reply.Request,
            RetryAfter = reply.RetryAfter,
            TermsOfService = reply.Linked("terms-of-service").FirstOrDefault(),
        };
    }

    /// <summary>A success that is not what it should be.</summary>
    /// <param name="flaw">As in "the order has no address to finalize it".</param>
    public static AcmeProblem Garbage(Reply reply, string flaw) =>
        new(ProblemKind.Garbage, $"{flaw}; it begins: {Beginning(reply)}")
        {
            Request = reply.Request,
            Status = reply.Status,
            RetryAfter = reply.RetryAfter,
        };

    private static AcmeProblem Unexplained(Reply reply)
    {
        var kind = reply.Status is >= 300 and <= 399
            ? ProblemKind.Garbage
            : ProblemTypes.KindOf(type: null, reply.Status);
        var detail = reply.Status is >= 300 and <= 399
            ? "the CA redirects, which is not followed here"
            : $"without an explanation that a program can read; it begins: {Beginning(reply)}";
        return new AcmeProblem(kind, detail) { Status = reply.Status };
    }

    private static string Beginning(Reply reply)
    {
        var text = OneLine.Of(Encoding.UTF8.GetString(reply.Body.AsSpan(0, Math.Min(reply.Body.Length, LongestQuote))));
        return text.Length == 0 ? "(nothing)" : text;
    }
}
