using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Ationet.Downloads;

/// <summary>
/// Asks one of ATIONET's hosts what it has. Only a whole list is a list: one that is taken for empty, or for shorter than it
/// is, would have a delivery sent again.
/// </summary>
internal sealed class DownloadClient(
    HttpClient client,
    DestinationOptions destination,
    TimeSpan timeout,
    TimeProvider clock
)
{
    /// <summary>Bytes of a list, once it is decompressed: some hundred thousand rows.</summary>
    public const int LargestList = 64 * 1024 * 1024;

    // As much of an answer that is no list as is looked at for ATIONET's code.
    private const int LargestRefusal = 1024 * 1024;

    private readonly Credentials _user =
        destination.Download ?? throw new ArgumentException("has no user who looks up", nameof(destination));

    private readonly Exchange _exchange = new(
        client,
        new Uri(destination.BaseUrl, DownloadRequest.Path),
        destination.Download,
        destination.Authorization,
        timeout,
        clock
    );

    /// <summary>Method and address, as people are shown them.</summary>
    public string Address => _exchange.Address;

    /// <summary>Sends one body and tells what came of it; does not throw for anything that a network or a host may do.</summary>
    /// <param name="kind">What the body asks for.</param>
    /// <param name="body">The JSON of a <see cref="DownloadRequest"/>.</param>
    public async Task<Download> DownloadAsync(RowKind kind, string body) =>
        await _exchange.PostAsync(body, LargestList) switch
        {
            Answer.Came answer => Judge(kind, answer),
            Answer.None none => new Download.Failed(
                none.Left ? $"asked, but {none.Detail}" : $"not asked: {none.Detail}",
                Unreachable: !none.Left,
                RetryAfter: null
            ),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
        };

    private Download Judge(RowKind kind, Answer.Came answer)
    {
        var problem = answer.Problem;
        if (answer.Status == StatusCodes.Status200OK && problem is null)
        {
            (var rows, problem) = ListReading.Read(kind, answer.Body);
            if (rows is not null)
            {
                return new Download.Rows(rows);
            }
        }
        var reply = Reply.Of(
            answer with
            {
                Body = answer.Body.Length > LargestRefusal ? answer.Body[..LargestRefusal] : answer.Body,
            },
            _user
        );
        if (reply.RefusesCredentials)
        {
            return new Download.CredentialsRefused(reply.Detail);
        }
        return new Download.Failed(WhyNoList(reply, problem), Unreachable: false, answer.RetryAfter);
    }

    private static string WhyNoList(Reply reply, string? problem) =>
        reply switch
        {
            { Redirects: true } => $"{reply.Detail}: the host redirects, which is not followed",
            { Status: StatusCodes.Status200OK } => $"{reply.Detail}; no list: the answer {problem}",
            _ => reply.Detail,
        };
}
