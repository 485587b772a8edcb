using System.Net.Http.Json;

namespace NotifyReceiver.Tests.Shared.Pebble;

/// <summary>A DNS server in which every name has the address 127.0.0.1, and TXT records are what a test says.</summary>
internal sealed class ChallengeDns : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private ChildProcess? _server;

    /// <summary>Where a program from outside, such as a hook, changes the records.</summary>
    public Uri Management { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    public int Port { get; } = FreePort.Next();

    public async Task StartAsync()
    {
        _server = ChildProcess.Start(
            "pebble-challtestsrv",
            [
                "-defaultIPv4",
                "127.0.0.1",
                "-defaultIPv6",
                "",
                "-dns01",
                $"127.0.0.1:{Port}",
                "-http01",
                "",
                "-https01",
                "",
                "-tlsalpn01",
                "",
                "-management",
                Management.Authority,
            ],
            []
        );
        await _server.WaitUntilAsync(AnswersAsync, StartTime);
    }

    /// <param name="name">As in <c>_acme-challenge.example.org</c>.</param>
    public Task AddTextAsync(string name, string value) => PostAsync("set-txt", new { host = $"{name}.", value });

    /// <summary>Removes all texts of a name.</summary>
    public Task RemoveTextsAsync(string name) => PostAsync("clear-txt", new { host = $"{name}." });

    /// <summary>Gives a name another address than 127.0.0.1.</summary>
    public Task PointAsync(string name, string address) =>
        PostAsync("add-a", new { host = $"{name}.", addresses = new[] { address } });

    public void Dispose()
    {
        _server?.Dispose();
        _http.Dispose();
    }

    private async Task PostAsync(string what, object body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Management, what), body);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(
                new Uri(Management, "clear-txt"),
                new { host = "ready." },
                cancel
            );
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
