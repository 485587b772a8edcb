using System.Text.Json;
using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Operations;

namespace NotifyReceiver.Cli.Certificates;

/// <summary>Asks the service that runs, at the admin's door.</summary>
internal static class RunningService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Null when none runs.</summary>
    public static Task<CertificateStatus?> StatusAsync(IReadOnlyList<string> settings, CancellationToken stop) =>
        AskAsync(settings, HttpMethod.Get, CertificateEndpoints.Path, stop);

    /// <summary>What is served after it has looked at once; null when none runs.</summary>
    public static Task<CertificateStatus?> ReloadAsync(IReadOnlyList<string> settings, CancellationToken stop) =>
        AskAsync(settings, HttpMethod.Post, CertificateEndpoints.ReloadPath, stop);

    private static async Task<CertificateStatus?> AskAsync(
        IReadOnlyList<string> settings,
        HttpMethod method,
        string path,
        CancellationToken stop
    )
    {
        var door = Workspace.Read(settings, AdminOptions.Read).Listen[0];
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        using var request = new HttpRequestMessage(method, new Uri(new Uri(door.ToString()), path));
        try
        {
            using var answer = await client.SendAsync(request, stop);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<CertificateStatus>(stop) : null;
        }
        catch (Exception nobody) when (nobody is HttpRequestException or JsonException or TaskCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            return null;
        }
    }
}
