using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Receiving;

public sealed class TlsTests(DryRunInstallation shared, ITestOutputHelper log)
    : IClassFixture<DryRunInstallation>,
        IDisposable
{
    // Old versions need weaker algorithms than curl allows by itself; without this curl would not even ask for them.
    private static readonly string[] AsOldAsCurlGoes = ["--ciphers", "DEFAULT:@SECLEVEL=0"];

    private Installation Installation => shared.Installation;

    public void Dispose() => log.WriteLine(Installation.Transcript);

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("1.2")]
    [InlineData("1.3")]
    public async Task A_current_version_is_spoken(string version)
    {
        var run = await CallAsync($"--tlsv{version}", "--tls-max", version);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"SSL connection using TLSv{version}", run.Error, StringComparison.Ordinal);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("1.0")]
    [InlineData("1.1")]
    public async Task An_old_version_is_refused_by_the_server(string version)
    {
        var run = await CallAsync(["--tlsv1.0", "--tls-max", version, .. AsOldAsCurlGoes]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("alert protocol version", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_certificate_is_good_for_this_machine_s_names()
    {
        var port = Installation.Program.Webhook.Port;

        var byName = await Installation.Curl.CallAsync($"https://localhost:{port}/");
        var byAddress = await Installation.Curl.CallAsync($"https://127.0.0.1:{port}/");

        Assert.Equal(404, byName.Status);
        Assert.Equal(404, byAddress.Status);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_webhook_does_not_speak_without_tls()
    {
        var plain = new UriBuilder(Installation.Program.Webhook) { Scheme = Uri.UriSchemeHttp };

        var run = await Installation.Curl.RunAsync("--include", $"{plain.Uri}");

        Assert.NotEqual(0, run.ExitCode);
        Assert.DoesNotContain("HTTP/", run.Output, StringComparison.Ordinal);
    }

    private Task<CommandRun> CallAsync(params string[] how) =>
        Installation.Curl.RunAsync(["--verbose", .. how, $"{Installation.Program.Webhook}"]);
}
