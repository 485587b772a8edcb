namespace NotifyReceiver.Tests.Support.Stepping;

/// <summary>
/// Hands a reply over when all of it has come, or has broken off, and no earlier than it is awaited. So an exchange is one stop of
/// a piece, however the network cuts it; reading the reply is none.
/// </summary>
internal sealed class WholeReplies(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var departure = HeldContinuations.DepartureOfCaller;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await ReadWholeAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            await departure.ConfigureAwait(false);
        }
    }

    private static async Task ReadWholeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        Exception? broken = null;
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await stream.CopyToAsync(whole, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
            when (failure is IOException or HttpRequestException or OperationCanceledException or InvalidDataException)
        {
            broken = failure;
        }

        var content = new StreamContent(new KeptReply(whole.ToArray(), broken));
        foreach (var (name, values) in response.Content.Headers)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content.Dispose();
        response.Content = content;
    }

    /// <summary>Breaks off where the reply did, with what it broke off with. Every way to read a memory stream comes through here.</summary>
    private sealed class KeptReply(byte[] bytes, Exception? broken) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            return read == 0 && count > 0 && broken is not null ? throw broken : read;
        }
    }
}
