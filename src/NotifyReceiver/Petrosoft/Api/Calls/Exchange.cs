using System.Net.Http.Headers;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Petrosoft.Api.Calls;

/// <summary>Sends one request and reads its reply, within limits of time and size. A redirect is told, not followed.</summary>
internal sealed class Exchange(HttpClient client, TimeProvider clock)
{
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long the whole of it may take, from the connection to the last byte.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    // Enough for what a host says about a refusal; the rest of an error page is nobody's.
    private const int LargestErrorBody = 16 * 1024;
    private const int BytesInMebibyte = 1024 * 1024;
    private const int ChunkBytes = 64 * 1024;

    /// <param name="largest">The most bytes that a success may have, once it is decompressed.</param>
    public async Task<Answer<Reply>> SendAsync(HttpRequestMessage request, int largest, CancellationToken cancel)
    {
        var host = request.RequestUri!.Authority;
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return await ReadAsync(request, response, largest, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            var what = timeout.IsCancellationRequested
                ? $"gave no whole answer within {Timeout.TotalSeconds:0} s"
                : $"took no connection within {ConnectTimeout.TotalSeconds:0} s";
            return new Answer<Reply>.Failed($"{host} {what}");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException)
        {
            return new Answer<Reply>.Failed($"{host}: {PlainLine.Of(broken.GetBaseException().Message)}");
        }
    }

    private async Task<Answer<Reply>> ReadAsync(
        HttpRequestMessage request,
        HttpResponseMessage response,
        int largest,
        CancellationToken cancel
    )
    {
        var host = request.RequestUri!.Authority;
        var status = (int)response.StatusCode;
        if (status is >= StatusCodes.Status300MultipleChoices and < StatusCodes.Status400BadRequest)
        {
            return new Answer<Reply>.Failed(
                $"{host} answered HTTP {status}: it redirects to {Target(response)}, which is not followed"
            );
        }
        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            return new Answer<Reply>.Failed($"{host} compressed its answer in a way that was not asked for");
        }
        var type = response.Content.Headers.ContentType?.ToString();
        var reply = new Reply(host, status, [], type, RetryAfter(response.Headers.RetryAfter));
        var (body, isWhole) = await ReadAsync(response.Content, reply.IsSuccess ? largest : LargestErrorBody, cancel);
        if (!reply.IsSuccess)
        {
            return new Answer<Reply>.Got(reply with { Said = ErrorText.Of(body, request.Headers.Authorization) });
        }
        return isWhole
            ? new Answer<Reply>.Got(reply with { Body = body })
            : new Answer<Reply>.Refused($"{host} answered with more than {largest / BytesInMebibyte} MiB");
    }

    private static string Target(HttpResponseMessage response) =>
        response.Headers.Location switch
        {
            null => "nowhere",
            { IsAbsoluteUri: true } location => PlainLine.Of(location.Authority),
            _ => "another path",
        };

    /// <summary>The body up to the limit, and whether that was all.</summary>
    private static async Task<(byte[] Body, bool IsWhole)> ReadAsync(
        HttpContent content,
        int limit,
        CancellationToken cancel
    )
    {
        if (content.Headers.ContentLength > limit)
        {
            return ([], false);
        }
        using var body = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var chunk = new byte[ChunkBytes];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancel)) > 0)
        {
            if (body.Length + read > limit)
            {
                return (body.ToArray(), false);
            }
            await body.WriteAsync(chunk.AsMemory(0, read), cancel);
        }
        return (body.ToArray(), true);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - clock.GetUtcNow()).Ticks)),
            _ => null,
        };
}
