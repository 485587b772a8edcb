using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Keeping;

public sealed class BackupAndRestoreTests(ITestOutputHelper log)
{
    private const int CallsBefore = 20;
    private const int CallsAfter = 20;

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_copy_that_is_made_under_load_is_restored_and_what_came_since_and_comes_again_is_not_sent_twice()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.LookUpAt(ationet);
        var program = await installation.StartAsync();
        using var before = new Posters(installation, CallsBefore);
        var posted = before.PostUntilTheServiceIsGoneAsync();
        await before.Enough;

        var backup = await installation.RunAsync("backup", "copy.db");
        using var after = new Posters(installation, CallsAfter);
        var postedAgain = after.PostUntilTheServiceIsGoneAsync();
        await after.Enough;
        var tooEarly = await installation.RunAsync("restore", "copy.db");
        await program.KillAsync();
        var invoices = (await posted).Values.Union((await postedAgain).Values).ToList();
        var restore = await installation.RunAsync("restore", "copy.db");

        Assert.True(backup.ExitCode == 0, $"{backup}");
        Assert.Contains("copy.db: ", backup.Output, StringComparison.Ordinal);
        Assert.Equal(1, tooEarly.ExitCode);
        Assert.Contains("in use by another notify-receiver", tooEarly.Error, StringComparison.Ordinal);
        Assert.True(restore.ExitCode == 0, $"{restore}");
        Assert.Contains("are looked up at ATIONET first", restore.Output, StringComparison.Ordinal);

        await installation.StartAsync();
        using var caller = new Caller(installation);
        foreach (var invoice in invoices)
        {
            await caller.PostAsync(new Invoice(invoice).ToXml(), Samples.Xml);
        }
        // Those of the copy alone may be more: calls whose answer was lost.
        var inserts = await installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Count >= invoices.Count && all.All(insert => insert.Text("state") == "accepted")
        );
        Assert.Empty(ationet.Duplicates);
        Assert.Superset(
            invoices.ToHashSet(StringComparer.Ordinal),
            ationet.Deliveries.Select(delivery => delivery.InvoiceNumber!).ToHashSet(StringComparer.Ordinal)
        );
        Assert.Equal(ationet.Deliveries.Count, ationet.Deliveries.Select(it => it.InvoiceNumber).Distinct().Count());
        Assert.True(inserts.Count <= ationet.Deliveries.Count, installation.Transcript);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_copy_is_written_over_nothing_and_restored_from_nothing()
    {
        await using var installation = new Installation(log);
        var program = await installation.StartAsync();
        Assert.Equal(0, (await installation.RunAsync("backup", "copy.db")).ExitCode);

        var again = await installation.RunAsync("backup", "copy.db");
        await program.TerminateAsync();
        await program.WaitForExitAsync();
        var none = await installation.RunAsync("restore", "none.db");
        installation.Directory.Write("garbage.db", "no database at all");
        var garbage = await installation.RunAsync("restore", "garbage.db");

        Assert.Equal((1, 3, 1), (again.ExitCode, none.ExitCode, garbage.ExitCode));
        Assert.Contains("'copy.db' is there already", again.Error, StringComparison.Ordinal);
        Assert.Contains("'garbage.db' is not restored: it is not a database", garbage.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_database_that_is_damaged_is_told_in_one_line_by_the_service_and_by_commands()
    {
        await using var installation = new Installation(log);
        var program = await installation.StartAsync();
        await program.TerminateAsync();
        await program.WaitForExitAsync();
        installation.Directory.Write("data/notify-receiver.db", "no database any more".PadRight(5000));

        foreach (var command in new[] { "run", "list" })
        {
            var run = await installation.RunAsync(command);

            Assert.Equal(1, run.ExitCode);
            var line = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
            Assert.Contains(
                "restore the last good copy ('notify-receiver restore FILE')",
                line,
                StringComparison.Ordinal
            );
        }
    }
}
