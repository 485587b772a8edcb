using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Acme;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Acme;

/// <summary>The product with a CA, which really looks through the product's doors before it issues.</summary>
public sealed class AcmeInstallation : IAsyncDisposable
{
    public const string Host = "one.example.org";

    private AcmeInstallation(AcmeSimulator ca, AcmeSimulator staging, ITestOutputHelper log)
    {
        (Ca, Staging) = (ca, staging);
        Installation = new Installation(log);
        var settings = Installation.Settings;
        settings["Receiver:Listen"] = $"https://127.0.0.1:{ca.Behaviour.TlsPort}";
        settings["Acme:HttpListen"] = $"http://127.0.0.1:{ca.Behaviour.HttpPort}";
        settings["Acme:Directory"] = $"{ca.Directory}";
        settings["Acme:TrustedRoots"] = Installation.Directory.Write("ca.pem", ca.Roots.ExportCertificatePems());
        settings["Acme:Staging:Directory"] = $"{staging.Directory}";
        settings["Acme:Staging:TrustedRoots"] = Installation.Directory.Write(
            "staging.pem",
            staging.Roots.ExportCertificatePems()
        );
        settings["Acme:AgreeToTerms"] = "true";
        settings["Acme:Contacts"] = "admin@example.org";
        settings["Acme:Names"] = Host;
    }

    public AcmeSimulator Ca { get; }

    public AcmeSimulator Staging { get; }

    public Installation Installation { get; }

    public string Certs => Installation.Directory.PathOf("certs");

    public IReadOnlyList<string> WaitingAnswers
    {
        get
        {
            var challenges = Path.Combine(Certs, "acme", "challenges");
            return Directory.Exists(challenges) ? Directory.GetFiles(challenges) : [];
        }
    }

    public static async Task<AcmeInstallation> CreateAsync(ITestOutputHelper log)
    {
        // The settings name the ports before the program has them.
        var (http, tls) = (FreePort.Next(), FreePort.Next());
        var ca = await AcmeSimulator.StartAsync(
            TimeProvider.System,
            new AcmeBehaviour { HttpPort = http, TlsPort = tls }
        );
        var staging = await AcmeSimulator.StartAsync(
            TimeProvider.System,
            new AcmeBehaviour { HttpPort = http, TlsPort = tls }
        );
        return new AcmeInstallation(ca, staging, log);
    }

    public Task<CommandRun> RunAsync(params string[] arguments) => Installation.RunAsync(["acme", .. arguments]);

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        await Ca.DisposeAsync();
        await Staging.DisposeAsync();
    }
}
