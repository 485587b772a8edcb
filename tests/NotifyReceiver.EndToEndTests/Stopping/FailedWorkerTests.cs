using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Stopping;

public sealed class FailedWorkerTests(ITestOutputHelper log)
{
    private const string Database = "data/notify-receiver.db";

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_process_ends_with_an_error_and_keeps_what_it_was_sent()
    {
        await using var installation = new Installation(log);
        var program = await installation.StartAsync();
        // Once this one is through, every worker is at its work.
        await installation.Curl.PostTextAsync(new Invoice("INV-BEFORE").ToXml(), Samples.Xml);
        await installation.Listing.WaitForInsertsAsync(1, "dry-run");
        var drop = await installation.RunOtherAsync(
            "sqlite3",
            "-cmd",
            ".timeout 10000",
            Database,
            "DROP TABLE inserts"
        );
        Assert.Equal(0, drop.ExitCode);

        var id = await installation.Curl.PostTextAsync(new Invoice("INV-1").ToXml(), Samples.Xml);
        var exitCode = await program.WaitForExitAsync();

        Assert.Equal("n2", id);
        Assert.Equal(1, exitCode);
        Assert.Contains("notify-receiver: a worker failed for good", program.Output, StringComparison.Ordinal);
        var kept = await installation.RunOtherAsync("sqlite3", Database, "SELECT seq, state FROM notifications");
        Assert.Equal("1|converted\n2|pending\n", kept.Output);
    }
}
