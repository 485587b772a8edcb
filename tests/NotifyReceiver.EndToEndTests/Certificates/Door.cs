using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>Knocks at the webhook's door and looks at what is shown.</summary>
internal static class Door
{
    private static readonly TimeSpan BetweenKnocks = TimeSpan.FromMilliseconds(50);

    public static async Task WaitUntilShownAsync(RunningProgram program, string host, string sha256)
    {
        using var deadline = new CancellationTokenSource(Deadline.OfWait);
        string shown;
        while ((shown = await ShownAsync(program.Webhook, host, deadline.Token)) != sha256)
        {
            Assert.False(deadline.IsCancellationRequested, $"{sha256} was waited for, and {shown} is shown\n{program}");
            await Task.Delay(BetweenKnocks, TimeProvider.System);
        }
    }

    /// <summary>The fingerprint of what is shown, whoever signed it.</summary>
    public static async Task<string> ShownAsync(Uri door, string host, CancellationToken cancel)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(door.Host, door.Port, cancel);
        await using var tls = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, cancel);
        using var leaf = new X509Certificate2(tls.RemoteCertificate!);
        return leaf.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();
    }
}
