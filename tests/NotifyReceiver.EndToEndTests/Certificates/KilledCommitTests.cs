using System.Globalization;
using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>A commit is killed at each thing that it asks of the disk. What is current afterwards is whole: the one before, or the new one.</summary>
public sealed class KilledCommitTests(ITestOutputHelper log)
{
    private const string Host = "a.example";

    // What .NET asks for on Linux; strace counts each by itself.
    private static readonly string[] Calls = ["mkdir", "fsync", "rename", "unlink", "unlinkat", "rmdir"];

    private const int MostOfACall = 40;

    [Fact(Timeout = Deadline.OfTest * 3)]
    public async Task Every_step_of_a_commit_may_be_the_last()
    {
        await using var installation = new Installation(log);
        installation.Settings["Admin:Listen"] = "http://127.0.0.1:1";
        var ca = new TestCa();
        var current = "";
        // As many as are kept, so that the commit removes one too.
        for (var count = 0; count < 6; count++)
        {
            (current, var first) = await ImportAsync(installation, ca.Issue(Host), "mkdir", MostOfACall);
            Assert.Equal(0, first.ExitCode);
        }
        var before = 0;
        var after = 0;
        foreach (var call in Calls)
        {
            var isOver = false;
            var count = 0;
            while (!isOver)
            {
                count++;
                Assert.True(count <= MostOfACall, $"it came to no end with {call}");
                var (wanted, run) = await ImportAsync(installation, ca.Issue(Host), call, count);
                var shown = await CurrentAsync(installation);
                isOver = run.ExitCode == 0;
                Assert.True(
                    shown == wanted || (shown == current && !isOver),
                    $"{call} {count}: {shown} is current, and it was {current} before {wanted}\n{run}"
                );
                Assert.True(isOver || run.ExitCode == CommandRun.Killed, $"{run}");
                before += shown == current ? 1 : 0;
                after += shown == wanted && !isOver ? 1 : 0;
                current = shown;
            }
        }
        Assert.True(before >= 8 && after >= 2, $"{before} steps left the one before, and {after} the new one");
    }

    private static async Task<(string Sha256, CommandRun Run)> ImportAsync(
        Installation installation,
        IssuedPair pair,
        string call,
        int killAt
    )
    {
        installation.Directory.Write("new.pem", pair.CertificatePem + pair.KeyPem);
        var run = await installation.RunTracedAsync(
            [
                "-e",
                $"trace={call}",
                "-e",
                string.Create(CultureInfo.InvariantCulture, $"inject={call}:signal=KILL:when={killAt}"),
            ],
            "cert",
            "import",
            "new.pem"
        );
        return (pair.Sha256, run);
    }

    private static async Task<string> CurrentAsync(Installation installation)
    {
        var status = await installation.RunAsync("cert", "status", "--json");
        Assert.True(status.ExitCode == 0, $"{status}");
        using var read = JsonDocument.Parse(status.Output);
        var certificate = read.RootElement.GetProperty("status").GetProperty("certificates")[0];
        Assert.Equal("imported", certificate.GetProperty("source").GetString());
        return certificate.GetProperty("sha256").GetString()!;
    }
}
