using System.Net;
using System.Text;
using NotifyReceiver.Benchmarks.Processes;

namespace NotifyReceiver.Benchmarks.Draining;

/// <summary>Posts bodies as fast as it can and keeps nothing of them: what a dispatcher could reach at most.</summary>
internal sealed class BareLoop(AtionetProcess host, int connections) : IDisposable
{
    private readonly Uri _address = new(host.Address, "/v1/fms");
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
        }
    );

    public async Task PostAsync(IReadOnlyList<string> bodies)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(PostTheirsAsync)));

        async Task PostTheirsAsync()
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < bodies.Count)
            {
                await PostAsync(bodies[index]);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task PostAsync(string body)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"Basic {AtionetProcess.Options.UserName}:{AtionetProcess.Options.Password}"
        );
        using var response = await _client.SendAsync(request);
        var reply = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || !reply.Contains("\"00000\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The host does not take what the dispatcher sent: {reply}");
        }
    }
}
