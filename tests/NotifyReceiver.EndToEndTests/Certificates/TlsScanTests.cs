using NotifyReceiver.EndToEndTests.Certificates.Scanning;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>Each TLS policy, as a scanner that knows all the weaknesses sees it (testssl.sh).</summary>
public sealed class TlsScanTests(ITestOutputHelper log)
{
    private static readonly Dictionary<string, string> NotOurs = new(StringComparer.Ordinal)
    {
        ["security_headers"] = "they tell browsers what a page may do; the webhook has no pages",
        ["engine_problem"] = "of the scanner's own OpenSSL",
        ["sessionresumption_ticket"] = "the scanner looks for TLS 1.2 alone, and warns where that is not spoken",
    };

    private static readonly Dictionary<string, string> OfTheSystem = new(NotOurs, StringComparer.Ordinal)
    {
        ["cipherlist_AVERAGE"] = "the system offers suites with CBC, and the policy 'default' is to leave that to it",
        ["LUCKY13"] = "the same suites",
    };

    [Fact(Timeout = Deadline.OfScans)]
    public async Task The_policy_intermediate_has_no_finding()
    {
        var scan = await ScanAsync("intermediate");

        AssertClean(scan, NotOurs);
        Assert.Equal("offered", scan.Of("TLS1_2"));
        Assert.Equal("not offered", scan.Of("cipherlist_AVERAGE"));
        Assert.Equal("server", scan.Of("cipher_order"));
    }

    [Fact(Timeout = Deadline.OfScans)]
    public async Task The_policy_modern_has_no_finding()
    {
        var scan = await ScanAsync("modern");

        AssertClean(scan, NotOurs);
        Assert.StartsWith("not offered", scan.Of("TLS1_2"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfScans)]
    public async Task The_policy_default_has_no_finding_but_the_system_s()
    {
        var scan = await ScanAsync("default");

        AssertClean(scan, OfTheSystem);
        Assert.Equal("offered", scan.Of("TLS1_2"));
    }

    private static void AssertClean(Scan scan, Dictionary<string, string> accepted)
    {
        var findings = scan.Bad.Where(finding => !accepted.ContainsKey(finding.Id));

        Assert.Empty(findings);
        Assert.StartsWith("offered", scan.Of("TLS1_3"), StringComparison.Ordinal);
        Assert.StartsWith("365 days", scan.Of("HSTS_time"), StringComparison.Ordinal);
        Assert.StartsWith("passed", scan.Of("cert_chain_of_trust"), StringComparison.Ordinal);
        Assert.StartsWith("not vulnerable", scan.Of("heartbleed"), StringComparison.Ordinal);
    }

    private async Task<Scan> ScanAsync(string policy)
    {
        await using var installation = new Installation(log);
        var root = CertifiedSite.CertifyIn(installation.Directory);
        installation.Settings["Tls:Policy"] = policy;
        await installation.StartAsync();
        var scan = await Scan.RunAsync(installation, root);
        log.WriteLine($"{scan}");
        return scan;
    }
}
