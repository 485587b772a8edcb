using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Tests.Shared.Pebble;

/// <summary>
/// A real CA for tests, Let's Encrypt's pebble, with a DNS of its own for which every name is on this machine. All on
/// 127.0.0.1. Where it is not installed the test fails: <c>tests/run</c> installs it.
/// </summary>
internal sealed class PebbleProcess : IAsyncDisposable
{
    private const int Tries = 3;

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    private readonly string _files = System.IO.Directory.CreateTempSubdirectory("pebble-").FullName;
    private readonly LoopbackTls _tls = new();
    private readonly HttpClient _http;
    private readonly int _port = FreePort.Next();
    private readonly int _managementPort = FreePort.Next();
    private ChildProcess? _pebble;

    private PebbleProcess()
    {
        Directory = new Uri($"https://127.0.0.1:{_port}/dir");
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        RevocationMode = X509RevocationMode.NoCheck,
                        CustomTrustStore = { Roots[0] },
                    },
                },
            }
        );
    }

    public Uri Directory { get; }

    /// <summary>Trust them to speak with it.</summary>
    public X509Certificate2Collection Roots => _tls.Roots;

    /// <summary>The roots of what it issues; new ones at each start.</summary>
    public X509Certificate2Collection IssuerRoots { get; } = [];

    /// <summary>The TXT records that its validators find.</summary>
    public ChallengeDns Dns { get; } = new();

    /// <summary>What it wrote; for the message of a test that fails.</summary>
    public string Log => _pebble?.Output ?? "";

    public static async Task<PebbleProcess> StartAsync(PebbleSettings settings)
    {
        // Somebody else may take a port between our look and pebble's bind.
        var left = Tries;
        while (true)
        {
            var process = new PebbleProcess();
            try
            {
                await process.RunAsync(settings);
                return process;
            }
            catch (Exception failed)
            {
                await process.DisposeAsync();
                if (--left == 0 || failed is not InvalidOperationException)
                {
                    throw;
                }
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _pebble?.Dispose();
        Dns.Dispose();
        _http.Dispose();
        _tls.Dispose();
        System.IO.Directory.Delete(_files, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(PebbleSettings settings)
    {
        await Dns.StartAsync();
        var config = Write(
            "pebble.json",
            PebbleConfig.Of(
                settings,
                _port,
                _managementPort,
                Write("tls.pem", _tls.CertificatePem),
                Write("tls.key", _tls.KeyPem)
            )
        );
        string[] strict = settings.Strict ? ["-strict"] : [];
        _pebble = ChildProcess.Start(
            "pebble",
            ["-config", config, "-dnsserver", $"127.0.0.1:{Dns.Port}", .. strict],
            PebbleConfig.Environment(settings)
        );
        await _pebble.WaitUntilAsync(AnswersAsync, StartTime);
        for (var root = 0; root <= settings.Alternates; root++)
        {
            var pem = await _http.GetStringAsync(new Uri($"https://127.0.0.1:{_managementPort}/roots/{root}"));
            IssuerRoots.ImportFromPem(pem);
        }
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_files, name);
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            return await _http.GetFromJsonAsync<Dictionary<string, object>>(Directory, cancel) is not null;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
