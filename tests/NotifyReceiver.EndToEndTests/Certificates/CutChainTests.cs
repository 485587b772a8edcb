using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>
/// The framework ends a chain where the system's own roots begin, so that an update of those may change what callers are sent.
/// The system's roots are read once in a process: each question needs one of its own.
/// </summary>
public sealed class CutChainTests(ITestOutputHelper log) : IAsyncDisposable
{
    private readonly Installation _installation = new(log);

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_whole_chain_is_sent_where_the_system_does_not_know_the_young_root()
    {
        var run = await CheckAsync(trusted: "/dev/null");

        Assert.Contains("3 of 3 certificates would be sent", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", run.All, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_chain_that_the_system_will_cut_is_told()
    {
        var run = await CheckAsync(trusted: CrossSignedSite.YoungRoot);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 of 3 certificates would be sent", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "warning  2 of 3 certificates of the chain will be sent, 'CN=Young Root' will not: this machine trusts a root",
            run.Output,
            StringComparison.Ordinal
        );
    }

    private async Task<CommandRun> CheckAsync(string trusted)
    {
        CrossSignedSite.WriteTo(_installation.Directory);
        return await _installation.RunOtherAsync(
            "env",
            $"SSL_CERT_FILE={trusted}",
            "SSL_CERT_DIR=/nonexistent",
            Child.NotifyReceiver,
            "cert",
            "check",
            CrossSignedSite.Certificate,
            CrossSignedSite.Key
        );
    }
}
