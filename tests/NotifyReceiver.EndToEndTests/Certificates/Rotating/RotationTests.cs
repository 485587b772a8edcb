using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates.Rotating;

/// <summary>
/// Certificates change under load, and nobody notices: no failed handshake, no wrong certificate. The environment asks for
/// the long form: <c>NOTIFY_RECEIVER_ROTATIONS=200</c> makes 100,000 handshakes.
/// </summary>
public sealed class RotationTests(ITestOutputHelper log)
{
    private const string Host = "files.example";
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
            for (var rotation = 1; rotation <= Rotations; rotation++)
            {
                var pair = ca.Issue(Host);
                await replacing.NextAsync(pair);
                await Door.WaitUntilShownAsync(program, Host, pair.Sha256);
                Assert.True(callers.Failures.Count == 0, Text(callers));
            }
            await UntilAsync(() =>
                callers.Handshakes >= Rotations * HandshakesOfARotation || callers.Failures.Count > 0
            );
            Assert.True(callers.Failures.Count == 0, Text(callers));
            handshakes = callers.Handshakes;
        }
        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{handshakes} handshakes across {Rotations} rotations, none failed, none was shown a wrong certificate"
            )
        );
    }

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
