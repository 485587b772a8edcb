using System.Collections.Concurrent;
using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Accounts;

/// <summary>One client for each CA, kept for its nonces and its directory.</summary>
internal sealed class CaClients(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, (HttpClient Http, AcmeClient Client)> _clients = new(
        StringComparer.Ordinal
    );

    public AcmeClient For(CaOptions ca) => _clients.GetOrAdd(ca.Section, _ => Create(ca)).Client;

    public void Dispose()
    {
        foreach (var (http, _) in _clients.Values)
        {
            http.Dispose();
        }
    }

    private (HttpClient Http, AcmeClient Client) Create(CaOptions ca)
    {
        var http = AcmeHttp.Create(ca.TrustedRoots);
        return (http, new AcmeClient(http, ca.Directory, clock));
    }
}
