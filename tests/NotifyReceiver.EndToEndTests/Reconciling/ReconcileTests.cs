using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Reconciling;

public sealed class ReconcileTests(ITestOutputHelper log) : IAsyncLifetime
{
    // What the service does of its own accord, such as filing what was seen, is not what is meant.
    private const string Dump = ".dump notifications inserts notification_inserts requests request_inserts acts";

    private Books _books = null!;

    public async Task InitializeAsync() => _books = await Books.SentAsync(log);

    public async Task DisposeAsync() => await _books.DisposeAsync();

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_ATIONET_lists_as_it_was_sent_is_as_it_should_be_while_the_service_runs_and_when_it_does_not()
    {
        var beside = await _books.ReconcileAsync("--site", "12345");
        await _books.Installation.Program.KillAsync();
        var alone = await _books.ReconcileAsync();

        Assert.Equal(
            """
            12345  Main Street  ABC0123456789
            KIND         ACCEPTED  THERE  MATCHED  MISSING  EXTRA  DOUBLED  SIMILAR  UNEXPECTED
            deliveries   2         2      2        0        0      0        0        0
            inventories  2         2      2        0        0      0        0        0


            """,
            beside.Output
        );
        Assert.Equal((0, beside.Output), (alone.ExitCode, alone.Output));
        Assert.Equal(0, beside.ExitCode);
        Assert.Empty(_books.Ationet.Violations);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_somebody_else_inserted_is_extra_on_its_day()
    {
        await _books.InsertElsewhereAsync(
            _books
                .SentWith("701")
                .Replace(Books.Delivered, "2026/01/16 00:00:00", StringComparison.Ordinal)
                .Replace(Books.Volume, "777.0", StringComparison.Ordinal)
        );

        var before = await _books.ReconcileAsync();
        var later = await _books.Installation.RunAsync("reconcile", "--from", "2026-01-16", "--to", "2026-01-31");

        Assert.Equal(0, before.ExitCode);
        Assert.Equal(1, later.ExitCode);
        var row = _books.Ationet.Deliveries[^1];
        Assert.Contains(
            $"extra  delivery  -       -      {row.Tank}    {row.Product}      2026/01/16 00:00:00  777.0   INV-20260115-77  {row.Id}\n",
            later.Output,
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_ATIONET_has_lost_is_missing()
    {
        _books.Ationet.Reset();

        var run = await _books.ReconcileAsync("--kind", "deliveries", "--json");

        Assert.Equal(1, run.ExitCode);
        var report = JsonElement.Parse(run.Output);
        Assert.False(report.GetProperty("isAsItShouldBe").GetBoolean());
        var site = Assert.Single(report.Items("sites"));
        Assert.Equal(
            ["i1", "i2"],
            site.GetProperty("deliveries").Items("missing").Select(insert => insert.Text("id")).Order()
        );
        Assert.Equal(JsonValueKind.Null, site.GetProperty("inventories").ValueKind);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_delivery_that_is_there_twice_is_doubled_and_a_reading_is_history()
    {
        await _books.InsertElsewhereAsync(_books.SentWith("702"));
        var reading = await _books.ReconcileAsync();
        await _books.InsertElsewhereAsync(_books.SentWith("701"));
        var delivery = await _books.ReconcileAsync();

        Assert.Equal(0, reading.ExitCode);
        Assert.Contains(" is history, and no fault;", reading.Output, StringComparison.Ordinal);
        Assert.Equal(1, delivery.ExitCode);
        Assert.Contains("\ndoubled  delivery  i", delivery.Output, StringComparison.Ordinal);
        Assert.Contains($"  {_books.Ationet.Deliveries[^1].Id}\n", delivery.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_a_host_lists_at_another_time_is_shown_beside_what_was_sent()
    {
        var sent = _books.SentWith("701");
        _books.Ationet.Reset();
        await _books.InsertElsewhereAsync(
            sent.Replace(Books.Delivered, "2026/01/15 09:31:00", StringComparison.Ordinal)
        );

        var run = await _books.ReconcileAsync("--kind", "deliveries");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\nsimilar  delivery  i", run.Output, StringComparison.Ordinal);
        Assert.Contains("2026/01/15 09:31:00", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\nextra", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_is_held_though_ATIONET_has_it_is_told_until_it_is_dismissed()
    {
        await _books.Installation.Program.KillAsync();
        await _books.Installation.SqlAsync("UPDATE inserts SET state = 'held', outcome_unknown = 1 WHERE seq = 1");

        var held = await _books.ReconcileAsync();
        await _books.Installation.RunAsync("dismiss", "i1");
        var dismissed = await _books.ReconcileAsync();

        Assert.Equal(1, held.ExitCode);
        Assert.Contains("unexpected  delivery  i1      held ", held.Output, StringComparison.Ordinal);
        Assert.Equal(0, dismissed.ExitCode);
        Assert.Contains("unexpected  delivery  i1      dismissed ", dismissed.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Long_times_are_asked_for_in_pieces_and_nothing_is_written()
    {
        var asked = _books.Ationet.Requests.Count;
        var before = await _books.Installation.SqlAsync(Dump);

        var run = await _books.Installation.RunAsync("reconcile", "--from", "2026-01-01", "--to", "2026-01-31");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("inventories of network ABC: 30 of 33 downloads", run.Error, StringComparison.Ordinal);
        // 33 days with the one before and the one after: deliveries by the week, inventories by the day.
        Assert.Equal(5 + 33, _books.Ationet.Requests.Count - asked);
        Assert.Empty(_books.Ationet.Violations);
        Assert.Equal(before, await _books.Installation.SqlAsync(Dump));
    }
}
