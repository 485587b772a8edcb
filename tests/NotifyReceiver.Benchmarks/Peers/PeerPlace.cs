using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Generated;

namespace NotifyReceiver.Benchmarks.Peers;

/// <summary>Where a peer runs.</summary>
/// <param name="Installed">Where its program is.</param>
/// <param name="Directory">Where it keeps its files.</param>
/// <param name="Port">What it is to listen on.</param>
/// <param name="Certificate">The file; its key stands beside it.</param>
internal sealed record PeerPlace(string Installed, string Directory, int Port, string Certificate)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public string Key => Path.ChangeExtension(Certificate, ".key");

    /// <summary>A file that is shipped with the benchmarks.</summary>
    public static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", "Files", name);

    /// <summary>Completes when it listens.</summary>
    public static async Task<ServerProcess> StartAsync(Peer peer, string installed, string directory)
    {
        var certificates = CertificateOptions.In(Path.Combine(directory, "certs"));
        SelfSignedCertificate.LoadOrCreate(certificates, TimeProvider.System).Dispose();
        var place = new PeerPlace(installed, directory, FreePort(), SelfSignedCertificate.FileIn(certificates));
        var command = peer.Command(place);
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = directory };
        foreach (var (name, value) in place.Told())
        {
            start.Environment[name] = value;
        }
        var process = Process.Start(start)!;
        await ListensAsync(process, place.Port);
        return ServerProcess.Of(process, new Uri($"https://127.0.0.1:{place.Port}"));
    }

    private Dictionary<string, string> Told() =>
        new(StringComparer.Ordinal)
        {
            ["NODE_ENV"] = "production",
            ["NODE_PATH"] = Path.Combine(Installed, "node_modules"),
            ["PEER_DIRECTORY"] = Directory,
            ["PEER_PORT"] = Port.ToString(CultureInfo.InvariantCulture),
            ["PEER_PATH"] = Posting.Path,
            ["PEER_KEY"] = Posting.Key,
            ["PEER_TLS_CERT"] = Certificate,
            ["PEER_TLS_KEY"] = Key,
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task ListensAsync(Process process, int port)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var glances = new PeriodicTimer(Glance);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await glances.WaitForNextTickAsync(patience.Token);
            }
        }
    }
}
