using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Proving;

public sealed class VerifyDurabilityTests(ITestOutputHelper log)
{
    private static readonly string[] Findings = ["file system", "sync", "settings", "kills", "verdict"];

    [Fact(Timeout = Deadline.OfTest)]
    public async Task It_tells_what_the_disk_does_beside_the_running_service_and_leaves_nothing_behind()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();
        var before = FilesIn(installation);

        var run = await installation.RunAsync("verify-durability", "data", "--kills", "3");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.All(Findings, finding => Assert.Contains($"\n{finding} ", $"\n{run.Output}", StringComparison.Ordinal));
        Assert.Contains("journal_mode=wal, synchronous=FULL", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 kills", run.Output, StringComparison.Ordinal);
        Assert.Contains("does not prove that a power cut loses nothing", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, FilesIn(installation));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_directory_that_is_not_there_is_refused_in_a_line()
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync("verify-durability", "nowhere");

        Assert.Equal((3, "notify-receiver: there is no directory 'nowhere'\n"), (run.ExitCode, run.Error));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_directory_that_cannot_be_written_is_refused_in_a_line()
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync("verify-durability", "/proc/self");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("notify-receiver: cannot write in '/proc/self': ", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count('\n'.Equals));
    }

    private static IEnumerable<string> FilesIn(Installation installation) =>
        Directory.EnumerateFileSystemEntries(installation.Directory.PathOf("data")).Order(StringComparer.Ordinal);
}
