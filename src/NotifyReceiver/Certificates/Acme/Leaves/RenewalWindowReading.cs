using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>Reads renewal information (RFC 9773 section 4.2).</summary>
internal static class RenewalWindowReading
{
    public static Answer<RenewalWindow> Of(Reply reply)
    {
        if (reply.Read<Wire>()?.SuggestedWindow is not { Start: { } start, End: { } end } || end <= start)
        {
            return ProblemReading.Garbage(reply, "this is no window for a renewal, with an end after its start");
        }
        return new RenewalWindow(
            start,
            end,
            SecureAddress.OfPage(reply.Read<Wire>()?.ExplanationURL),
            reply.RetryAfter
        );
    }

    private sealed record Wire(Window? SuggestedWindow, string? ExplanationURL);

    private sealed record Window(DateTimeOffset? Start, DateTimeOffset? End);
}
