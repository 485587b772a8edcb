using Microsoft.AspNetCore.Http;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>Reads the body and forgets it: nothing that receives over the same Kestrel can be faster.</summary>
internal sealed class StoresNothing : IStoring
{
    public async Task TakeAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }
}
