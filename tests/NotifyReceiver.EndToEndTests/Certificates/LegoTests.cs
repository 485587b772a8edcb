using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>An admin's own client renews into the watched directory, and nothing has to be told to the service.</summary>
public sealed class LegoTests(ITestOutputHelper log)
{
    private const string Host = "a.example";

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_lego_gets_and_renews_is_served()
    {
        var port = FreePort.Next();
        await using var ca = await PebbleProcess.StartAsync(new PebbleSettings { HttpPort = port });
        await using var installation = new Installation(log);
        Directory.CreateDirectory(installation.Directory.PathOf("certs/manual"));
        File.CreateSymbolicLink(installation.Directory.PathOf("certs/manual/lego"), "../../lego/certificates");
        installation.Directory.Write("ca.pem", ca.Roots[0].ExportCertificatePem());
        var program = await installation.StartAsync();

        var first = await RunLegoAsync("run");
        await Door.WaitUntilShownAsync(program, Host, first);
        var second = await RunLegoAsync("renew", "--days", "1000", "--no-random-sleep");
        await Door.WaitUntilShownAsync(program, Host, second);

        Assert.NotEqual(first, second);

        async Task<string> RunLegoAsync(params string[] command)
        {
            var run = await installation.RunOtherAsync(
                "env",
                [
                    "LEGO_CA_CERTIFICATES=ca.pem",
                    "lego",
                    "--server",
                    $"{ca.Directory}",
                    "--accept-tos",
                    "--email",
                    "admin@a.example",
                    "--path",
                    "lego",
                    "--domains",
                    Host,
                    "--http",
                    "--http.port",
                    $"127.0.0.1:{port}",
                    .. command,
                ]
            );
            Assert.True(run.ExitCode == 0, $"{run}\n{ca.Log}");
            return new IssuedPair(installation.Directory.Read($"lego/certificates/{Host}.crt"), "").Sha256;
        }
    }
}
