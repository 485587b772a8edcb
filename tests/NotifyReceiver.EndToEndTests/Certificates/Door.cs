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

    public static Task WaitUntilShownAsync(RunningProgram program, string host, string sha256) =>
        WaitAsync(program, host, shown => shown == sha256, $"{sha256} was waited for");

    public static Task WaitWhileShownAsync(RunningProgram program, string host, string sha256) =>
        WaitAsync(program, host, shown => shown != sha256, "another one was waited for");

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

    private static async Task WaitAsync(
        RunningProgram program,
        string host,
        Func<string, bool> isWaitedFor,
        string words
    )
    {
        using var deadline = new CancellationTokenSource(Deadline.OfWait);
        string shown;
        while (!isWaitedFor(shown = await ShownAsync(program.Webhook, host, CancellationToken.None)))
        {
            Assert.False(deadline.IsCancellationRequested, $"{words}, and {shown} is shown\n{program}");
            await Task.Delay(BetweenKnocks, TimeProvider.System);
        }
    }
}
