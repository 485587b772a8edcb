using System.Net;
using System.Net.Sockets;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>A port at which nobody should ever call; it tells whether somebody did.</summary>
public sealed class Trap : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Trap()
    {
        _listener.Start();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public bool Sprung => _listener.Pending();

    public void Dispose() => _listener.Dispose();
}
