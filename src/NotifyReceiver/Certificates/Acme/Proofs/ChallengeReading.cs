using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Proofs;

/// <summary>Reads what a challenge that was declared ready is answered (RFC 8555 section 7.5.1).</summary>
internal static class ChallengeReading
{
    public static Answer<Challenge> Of(Reply reply) =>
        reply.Read<WireChallenge>()?.ToChallenge() is { } challenge
            ? challenge
            : ProblemReading.Garbage(reply, "this is no challenge");
}
