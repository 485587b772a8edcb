using NotifyReceiver.Ationet.Calls;

namespace NotifyReceiver.Ationet;

/// <summary>One of ATIONET's hosts. Sends what ATIONET's own SDK sends, and is more careful about what comes back.</summary>
internal sealed class AtionetHost(
    HttpClient client,
    DestinationOptions destination,
    TimeSpan timeout,
    TimeProvider clock
) : IAtionet
{
    /// <summary>Characters of a reply that are kept: a host that answers with a stack trace should not fill the database.</summary>
    public const int LongestReply = 16 * 1024;

    private const int LargestReadable = 1024 * 1024;

    private readonly Exchange _exchange = new(
        client,
        new Uri(destination.BaseUrl, FmsRequest.Path),
        destination.Credentials,
        destination.Authorization,
        timeout,
        clock
    );

    public string Address => _exchange.Address;

    public async Task<Attempt> SendAsync(string body) =>
        await _exchange.PostAsync(body, LargestReadable) switch
        {
            Answer.Came answer => Judge(Reply.Of(answer, destination.Credentials)),
            Answer.None { Left: true } none => Unanswered(new Outcome.Unknown($"sent, but {none.Detail}")),
            Answer.None none => Unanswered(new Outcome.Unreachable($"not sent: {none.Detail}")),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
        };

    private Attempt Judge(Reply reply)
    {
        var text = destination.Credentials.HiddenIn(reply.Body);
        return new Attempt(reply.ToOutcome(), reply.Status, text.Length > LongestReply ? text[..LongestReply] : text);
    }

    private static Attempt Unanswered(Outcome outcome) => new(outcome, Status: null, Reply: null);
}
