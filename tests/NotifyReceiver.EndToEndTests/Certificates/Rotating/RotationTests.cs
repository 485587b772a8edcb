using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates.Rotating;

/// <summary>
/// Certificates change under load, and nobody notices: no failed handshake, no wrong certificate. The environment asks for
/// the long form: <c>NOTIFY_RECEIVER_ROTATIONS=200</c> makes 100,000 handshakes. Half of the rotations are of files, and
/// of the other half every second one is a CA's.
/// </summary>
public sealed class RotationTests(ITestOutputHelper log)
{
    private const string Host = "files.example";
    private const string IssuedHost = "issued.example";
    private const int HandshakesOfARotation = 500;
    private const int Usual = 20;

    private static int Rotations =>
        Environment.GetEnvironmentVariable("NOTIFY_RECEIVER_ROTATIONS") is { Length: > 0 } asked
            ? int.Parse(asked, CultureInfo.InvariantCulture)
            : Usual;

    [Fact(Timeout = Deadline.OfLongForm)]
    public async Task No_handshake_fails_while_files_are_replaced_in_every_way()
    {
        await using var installation = new Installation(log);
        var ca = new TestCa();
        var replacing = new Replacing(installation.Directory);
        await replacing.NextAsync(ca.Issue(Host));
        var program = await installation.StartAsync();
        long handshakes;
        await using (var callers = new Callers(program.Webhook, (Host, ca.Root)))
        {
            for (var rotation = 1; rotation <= Rotations / 2; rotation++)
            {
                var pair = ca.Issue(Host);
                await replacing.NextAsync(pair);
                await Door.WaitUntilShownAsync(program, Host, pair.Sha256);
                Assert.True(callers.Failures.Count == 0, Text(callers));
            }
            await UntilAsync(() =>
                callers.Handshakes >= Rotations / 2 * HandshakesOfARotation || callers.Failures.Count > 0
            );
            Assert.True(callers.Failures.Count == 0, Text(callers));
            handshakes = callers.Handshakes;
        }
        Tell(handshakes, Rotations / 2);
    }

    [Fact(Timeout = Deadline.OfLongForm)]
    public async Task Nor_while_a_CA_validates_and_issues_through_the_same_door()
    {
        var port = FreePort.Next();
        await using var ca = await PebbleProcess.StartAsync(new PebbleSettings { TlsPort = port });
        await using var installation = new Installation(log);
        installation.Settings["Receiver:Listen"] = $"https://127.0.0.1:{port}";
        installation.Settings["Acme:Directory"] = $"{ca.Directory}";
        installation.Settings["Acme:TrustedRoots"] = installation.Directory.Write(
            "ca.pem",
            ca.Roots[0].ExportCertificatePem()
        );
        installation.Settings["Acme:AgreeToTerms"] = "true";
        installation.Settings["Acme:Names"] = IssuedHost;
        var files = new TestCa();
        var replacing = new Replacing(installation.Directory);
        await replacing.NextAsync(files.Issue(Host));
        var program = await installation.StartAsync();
        await program.WaitForOutputAsync($"Serving {IssuedHost}");
        var expected = new[] { (Host, files.Root), (IssuedHost, ca.IssuerRoots[0]) };
        await using var callers = new Callers(program.Webhook, expected);

        for (var rotation = 1; rotation <= Rotations / 4; rotation++)
        {
            var pair = files.Issue(Host);
            await replacing.NextAsync(pair);
            var before = await Door.ShownAsync(program.Webhook, IssuedHost, CancellationToken.None);
            var run = await installation.RunAsync("acme", "renew", "--force", "--yes");
            Assert.True(run.ExitCode == 0, $"{run}\n{ca.Log}");
            await Door.WaitUntilShownAsync(program, Host, pair.Sha256);
            await Door.WaitWhileShownAsync(program, IssuedHost, before);
            Assert.True(callers.Failures.Count == 0, Text(callers));
        }

        await UntilAsync(() =>
            callers.Handshakes >= Rotations / 2 * HandshakesOfARotation || callers.Failures.Count > 0
        );
        Assert.True(callers.Failures.Count == 0, Text(callers));
        Tell(callers.Handshakes, Rotations / 2);
    }

    private void Tell(long handshakes, int rotations) =>
        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{handshakes} handshakes across {rotations} rotations, none failed, none was shown a wrong certificate"
            )
        );

    private static string Text(Callers callers) =>
        $"{callers.Failures.Count} of {callers.Handshakes} failed: {string.Join("; ", callers.Failures.Take(5))}";

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        while (!isTrue())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }
}
