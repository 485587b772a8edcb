using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Tests.Certificates.Acme.Responders;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Acme.Simulated;

/// <summary>A simulated CA in the time of a clock that the test moves, what answers its validators, and a client for it.</summary>
internal sealed class SimulatedWorld : IAsyncDisposable
{
    private readonly HttpResponder _http;
    private readonly TlsAlpnResponder _tls;

    private SimulatedWorld(AcmeSimulator simulator, ManualClock clock, HttpResponder http, TlsAlpnResponder tls)
    {
        (Simulator, Clock, _http, _tls) = (simulator, clock, http, tls);
        Client = AcmeHttp.Create(simulator.Roots);
        Ca = new AcmeClient(Client, simulator.Directory, clock);
        Proving = new Proving(http, tls, dns: null);
    }

    public AcmeSimulator Simulator { get; }

    public ManualClock Clock { get; }

    public HttpClient Client { get; }

    public AcmeClient Ca { get; }

    public Proving Proving { get; }

    public static async Task<SimulatedWorld> StartAsync(AcmeBehaviour? behaviour = null)
    {
        var http = await HttpResponder.StartAsync();
        var tls = new TlsAlpnResponder();
        behaviour ??= new AcmeBehaviour();
        (behaviour.HttpPort, behaviour.TlsPort) = (http.Port, tls.Port);
        var clock = new ManualClock();
        return new SimulatedWorld(await AcmeSimulator.StartAsync(clock, behaviour), clock, http, tls);
    }

    public Task<Walk> RegisterAsync() => Walk.RegisterAsync(Ca, Proving);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
        await _tls.DisposeAsync();
        await _http.DisposeAsync();
    }
}
