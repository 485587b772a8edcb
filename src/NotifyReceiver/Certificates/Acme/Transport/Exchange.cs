using System.Net.Http.Headers;
using System.Text;
using NotifyReceiver.Certificates.Acme.Problems;

namespace NotifyReceiver.Certificates.Acme.Transport;

/// <summary>Sends one request, within limits of time and size. A GET follows redirects to https; nothing else follows any.</summary>
internal sealed class Exchange(HttpClient http, TimeProvider clock)
{
    private const int LargestBody = 1024 * 1024;
    private const int MostRedirects = 3;
    private const int ChunkBytes = 16 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public async Task<Answer<Reply>> GetAsync(Uri address, CancellationToken cancel)
    {
        var next = address;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var (reply, problem) = await SendAsync(HttpMethod.Get, next, content: null, accept: null, cancel);
            if (reply is null)
            {
                return problem!;
            }
            if (reply is not { Status: 301 or 302 or 303 or 307 or 308, Location: { } location })
            {
                return reply;
            }
            next = location;
        }
        return Garbage($"GET {address}", "redirects again and again");
    }

    public Task<Answer<Reply>> HeadAsync(Uri address, CancellationToken cancel) =>
        SendAsync(HttpMethod.Head, address, content: null, accept: null, cancel);

    /// <param name="jws">The signed request.</param>
    /// <param name="accept">The media type wanted; null: any.</param>
    public Task<Answer<Reply>> PostAsync(Uri address, string jws, string? accept, CancellationToken cancel)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(jws));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/jose+json");
        return SendAsync(HttpMethod.Post, address, content, accept, cancel);
    }

    private async Task<Answer<Reply>> SendAsync(
        HttpMethod method,
        Uri address,
        HttpContent? content,
        string? accept,
        CancellationToken cancel
    )
    {
        var words = $"{method} {address}";
        if (!SecureAddress.IsOne(address))
        {
            return Garbage(words, "the address is not https, and nothing else is spoken with a CA");
        }
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }
        using var deadline = new CancellationTokenSource(Timeout, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token);
            var body = await ReadAsync(response.Content, ending.Token);
            return body is null
                ? Garbage(words, "the answer has more than 1 MiB")
                : Came(words, address, response, body);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return NetworkProblem.TooLate(words, Timeout);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            cancel.ThrowIfCancellationRequested();
            return NetworkProblem.Of(words, broken, clock.GetUtcNow());
        }
    }

    private Answer<Reply> Came(string words, Uri address, HttpResponseMessage response, byte[] body) =>
        new Reply(
            words,
            address,
            (int)response.StatusCode,
            body,
            Uri.TryCreate(address, Headers.One(response, "Location"), out var location) && SecureAddress.IsOne(location)
                ? location
                : null,
            Headers.RetryAfter(response, clock.GetUtcNow()),
            Headers.Nonce(response),
            Headers.All(response, "Link")
        );

    /// <summary>Null when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancel)) > 0)
        {
            if (body.Length + read > LargestBody)
            {
                return null;
            }
            await body.WriteAsync(chunk.AsMemory(0, read), cancel);
        }
        return body.ToArray();
    }

    private static AcmeProblem Garbage(string request, string detail) =>
        new(ProblemKind.Garbage, detail) { Request = request };
}
