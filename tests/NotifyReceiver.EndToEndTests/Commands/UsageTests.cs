using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Commands;

public sealed class UsageTests(ITestOutputHelper log)
{
    [Theory(Timeout = Deadline.OfTest)]
    [InlineData]
    [InlineData("run")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("replay")]
    [InlineData("release")]
    [InlineData("dismiss")]
    [InlineData("verify")]
    [InlineData("resume")]
    [InlineData("catch-up")]
    [InlineData("reconcile")]
    [InlineData("convert")]
    [InlineData("post")]
    [InlineData("verify-durability")]
    [InlineData("profiles")]
    [InlineData("profiles", "list")]
    [InlineData("profiles", "check")]
    [InlineData("profiles", "show")]
    [InlineData("profiles", "draft")]
    public async Task Every_command_explains_itself(params string[] command)
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync([.. command, "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.Contains(string.Join(' ', command.Prepend("notify-receiver")), run.Output, StringComparison.Ordinal);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("'bogus'", "bogus")]
    [InlineData("'--bogus'", "--bogus")]
    [InlineData("'--bogus'", "list", "--bogus")]
    [InlineData("'bogus'", "list", "bogus")]
    [InlineData("'bogus'", "list", "--state", "bogus")]
    [InlineData("--most", "list", "--most", "0")]
    [InlineData("--most", "list", "--most", "bogus")]
    [InlineData("'show'", "show")]
    [InlineData("'n2'", "show", "n1", "n2")]
    [InlineData("either an id or --quarantined", "replay")]
    [InlineData("either an id or --quarantined", "replay", "n1", "--quarantined")]
    [InlineData("--reason goes with --quarantined", "replay", "n1", "--reason", "any")]
    [InlineData("'--confirm'", "replay", "i1", "--confirm")]
    [InlineData("'release'", "release")]
    [InlineData("'i2'", "release", "i1", "i2")]
    [InlineData("'dismiss'", "dismiss")]
    [InlineData("either an id or --held", "verify")]
    [InlineData("either an id or --held", "verify", "i1", "--held")]
    [InlineData("set Ationet:Download:UserName and Ationet:Download:Password", "verify", "--held")]
    [InlineData("'XYZ'", "resume", "default", "XYZ")]
    [InlineData("'post'", "post")]
    [InlineData("'convert'", "convert")]
    [InlineData("'--bogus'", "convert", "a.xml", "--bogus")]
    [InlineData("'bogus'", "profiles", "bogus")]
    [InlineData("'show'", "profiles", "show")]
    [InlineData("'draft'", "profiles", "draft")]
    [InlineData("--since takes a day like 2026-01-15", "catch-up", "--since", "15.1.2026")]
    [InlineData("'--from'", "reconcile", "--to", "2026-01-15")]
    [InlineData("'--to'", "reconcile", "--from", "2026-01-15")]
    [InlineData("--to takes a day like 2026-01-15", "reconcile", "--from", "2026-01-15", "--to", "1/16/2026")]
    [InlineData("'bogus'", "reconcile", "--from", "2026-01-15", "--to", "2026-01-15", "--kind", "bogus")]
    [InlineData("set Ationet:BaseUrl", "reconcile", "--from", "2026-01-15", "--to", "2026-01-15")]
    [InlineData("Petrosoft:Password", "catch-up", "--Petrosoft:Login=somebody")]
    [InlineData("Sites:File", "catch-up")]
    [InlineData("CatchUp:Intervall", "catch-up", "--CatchUp:Intervall=5")]
    public async Task Wrong_usage_is_told_and_does_nothing(string named, params string[] command)
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync(command);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(installation.Directory.Path));
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("list")]
    [InlineData("list", "inserts", "--json")]
    [InlineData("show", "n1")]
    [InlineData("replay", "n1")]
    [InlineData("replay", "--quarantined")]
    [InlineData("release", "i1")]
    [InlineData("dismiss", "n1")]
    [InlineData("resume")]
    [InlineData("convert", "n1")]
    public async Task Before_the_first_start_a_command_says_that_there_is_nothing_yet(params string[] command)
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync(command);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        var line = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("there is no database", line, StringComparison.Ordinal);
        Assert.Contains("start the service first", line, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(installation.Directory.Path));
    }
}
