using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Certificates.Scanning;

/// <summary>What testssl.sh says of a service: its versions, suites and their order, its certificate, headers and known weaknesses.</summary>
internal sealed class Scan(IReadOnlyList<Finding> findings)
{
    private const string Report = "scan.json";

    public IReadOnlyList<Finding> Bad => [.. findings.Where(finding => finding.IsBad)];

    /// <summary>What it says of this one thing.</summary>
    public string Of(string id) =>
        findings.FirstOrDefault(finding => finding.Id == id)?.Text ?? $"nothing, among {findings.Count} findings";

    public override string ToString() =>
        string.Join('\n', findings.Select(finding => $"{finding.Severity} {finding.Id}: {finding.Text}"));

    /// <param name="root">The file with the root that the service's certificate comes from.</param>
    public static async Task<Scan> RunAsync(Installation installation, string root)
    {
        var port = installation.Program.Webhook.Port;
        var run = await installation.RunOtherAsync(
            Deadline.OfScan,
            "testssl",
            "--warnings",
            "off",
            "--color",
            "0",
            "--nodns",
            "none",
            "--ip",
            "127.0.0.1",
            "--add-ca",
            root,
            "--protocols",
            "--std",
            "--fs",
            "--server-preference",
            "--server-defaults",
            "--vulnerable",
            "--headers",
            "--jsonfile",
            Report,
            $"{CertifiedSite.Host}:{port}"
        );
        Assert.True(installation.Directory.Has(Report), $"testssl wrote no report:\n{run}");
        using var report = JsonDocument.Parse(installation.Directory.Read(Report));
        return new Scan([.. report.RootElement.EnumerateArray().Select(Read)]);
    }

    private static Finding Read(JsonElement finding) =>
        new(Text(finding, "id"), Text(finding, "severity"), Text(finding, "finding"));

    private static string Text(JsonElement finding, string name) => finding.GetProperty(name).GetString() ?? "";
}
