using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace NotifyReceiver.Tests.Certificates.Support;

/// <summary>A TLS handshake over a real connection on this machine.</summary>
internal static class Handshake
{
    /// <summary>How it ended at the server.</summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The server refused it, or the client did.</exception>
    /// <exception cref="IOException">The other end hung up.</exception>
    public static async Task<TlsCipherSuite> RunAsync(
        SslServerAuthenticationOptions serverOptions,
        SslClientAuthenticationOptions clientOptions
    )
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var caller = new TcpClient();
        await caller.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var called = await listener.AcceptTcpClientAsync();
        await using var server = new SslStream(called.GetStream());
        await using var client = new SslStream(caller.GetStream());

        var shown = client.AuthenticateAsClientAsync(clientOptions);
        try
        {
            await server.AuthenticateAsServerAsync(serverOptions);
        }
        catch
        {
            called.Close();
            await shown.ContinueWith(static _ => { }, TaskScheduler.Default);
            throw;
        }
        await shown;
        return server.NegotiatedCipherSuite;
    }
}
