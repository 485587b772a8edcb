using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Tests.Certificates.Acme.Responders;

namespace NotifyReceiver.Tests.Certificates.Acme.Pebble;

/// <summary>A pebble, what answers its validators, and a client for it.</summary>
internal sealed class PebbleWorld : IAsyncDisposable
{
    private readonly HttpResponder _http;
    private readonly TlsAlpnResponder _tls;
    private readonly HttpClient _client;

    private PebbleWorld(PebbleProcess pebble, HttpResponder http, TlsAlpnResponder tls)
    {
        (Pebble, _http, _tls) = (pebble, http, tls);
        _client = AcmeHttp.Create(pebble.Roots);
        Ca = new AcmeClient(_client, pebble.Directory, TimeProvider.System);
        Proving = new Proving(http, tls, pebble.Dns);
    }

    public PebbleProcess Pebble { get; }

    public AcmeClient Ca { get; }

    public Proving Proving { get; }

    public static async Task<PebbleWorld> StartAsync(PebbleSettings? settings = null)
    {
        var http = await HttpResponder.StartAsync();
        var tls = new TlsAlpnResponder();
        settings = (settings ?? new PebbleSettings()) with { HttpPort = http.Port, TlsPort = tls.Port };
        return new PebbleWorld(await PebbleProcess.StartAsync(settings), http, tls);
    }

    public Task<Walk> RegisterAsync() => Walk.RegisterAsync(Ca, Proving);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Pebble.DisposeAsync();
        await _tls.DisposeAsync();
        await _http.DisposeAsync();
    }
}
