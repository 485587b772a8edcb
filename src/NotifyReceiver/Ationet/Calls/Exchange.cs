using System.Net.Http.Headers;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Ationet.Calls;

/// <summary>Sends a POST as ATIONET's own SDK does, and reads its answer within limits of time and size. A redirect is not followed.</summary>
/// <param name="user">Whoever may call this address.</param>
/// <param name="timeout">How long the whole of it may take, from the connection to the last byte.</param>
internal sealed class Exchange(
    HttpClient client,
    Uri address,
    Credentials user,
    AuthorizationForm form,
    TimeSpan timeout,
    TimeProvider clock
)
{
    private const int BytesInMebibyte = 1024 * 1024;
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Method and address, as people are shown them.</summary>
    public string Address => $"POST {address}";

    /// <summary>Does not throw for anything that a network or a host may do.</summary>
    /// <param name="body">ASCII alone.</param>
    /// <param name="largest">The most bytes that are read of an answer, once it is decompressed.</param>
    public async Task<Answer> PostAsync(string body, int largest)
    {
        using var content = new SentContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {user.Parameter(form)}");
        using var deadline = new CancellationTokenSource(timeout, clock);
        try
        {
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                deadline.Token
            );
            var (read, problem) = await ReadAsync(response.Content, largest, deadline.Token);
            return new Answer.Came((int)response.StatusCode, read, problem, RetryAfter(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException)
        {
            var waited = deadline.IsCancellationRequested ? timeout : AtionetHttp.ConnectTimeout;
            var what = content.Left ? "no answer" : "no connection";
            return new Answer.None($"{what} within {waited.TotalSeconds:0} s", content.Left);
        }
        catch (HttpRequestException failure)
        {
            return new Answer.None(InWords(failure), content.Left);
        }
    }

    private static string InWords(HttpRequestException failure)
    {
        var innermost = PlainLine.Of(failure.GetBaseException().Message);
        return failure.HttpRequestError switch
        {
            // The outermost names whom it could not reach, which may be a proxy.
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => PlainLine.Of(failure.Message),
            HttpRequestError.SecureConnectionError => $"no TLS connection: {innermost}",
            HttpRequestError.ProxyTunnelError => $"no way through the proxy: {innermost}",
            _ => innermost,
        };
    }

    /// <summary>The body as far as it came, and why that is not all of it.</summary>
    private async Task<(byte[] Body, string? Problem)> ReadAsync(
        HttpContent content,
        int largest,
        CancellationToken cancel
    )
    {
        using var body = new MemoryStream();
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancel);
            var chunk = new byte[ChunkBytes];
            int read;
            while ((read = await stream.ReadAsync(chunk, cancel)) > 0)
            {
                if (body.Length + read > largest)
                {
                    return (body.ToArray(), $"has more than {largest / BytesInMebibyte} MiB");
                }
                await body.WriteAsync(chunk.AsMemory(0, read), cancel);
            }
            return (body.ToArray(), null);
        }
        catch (OperationCanceledException)
        {
            return (body.ToArray(), $"did not end within {timeout.TotalSeconds:0} s");
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or InvalidDataException)
        {
            return (body.ToArray(), "was cut off");
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - clock.GetUtcNow()).Ticks)),
            _ => null,
        };
}
