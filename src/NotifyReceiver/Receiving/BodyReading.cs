namespace NotifyReceiver.Receiving;

/// <summary>Reads a body whole or not at all: never cut, never more than the limit, whether its length was announced or not.</summary>
internal static class BodyReading
{
    private const long MostReservedBytes = 64 * 1024;

    /// <summary>The body; null when it is larger than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }
        // An announced length is only a claim until the bytes are here.
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, MostReservedBytes));
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            if (body.Length + read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }
            foreach (var segment in read.Buffer)
            {
                body.Write(segment.Span);
            }
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return body.ToArray();
            }
        }
    }
}
