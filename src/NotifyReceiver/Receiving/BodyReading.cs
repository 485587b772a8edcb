namespace NotifyReceiver.Receiving;

/// <summary>Reads a body whole or not at all: never cut, never more than the limit, whether its length was announced or not.</summary>
internal static class BodyReading
{
    private const long MostBelievedBytes = 64 * 1024;

    // A token of the request would be made for each; a sender that goes ends the reading anyway.
    public static async Task<BodyRead> ReadAsync(PooledBody body, HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            return BodyRead.TooLarge;
        }
        // An announced length is only a claim until the bytes are here.
        var expected = (int)Math.Min(request.ContentLength ?? 0, MostBelievedBytes);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(CancellationToken.None);
            if (body.Memory.Length + read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                return BodyRead.TooLarge;
            }
            var hasRoom = body.TryAppend(read.Buffer, expected);
            reader.AdvanceTo(read.Buffer.End);
            if (!hasRoom)
            {
                return BodyRead.NoRoom;
            }
            if (read.IsCompleted)
            {
                return body.Memory.Length == 0 ? BodyRead.Empty : BodyRead.Whole;
            }
        }
    }
}
