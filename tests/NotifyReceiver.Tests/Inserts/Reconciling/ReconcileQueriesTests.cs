using Dapper;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Inserts.Reconciling;

public sealed class ReconcileQueriesTests : IAsyncLifetime
{
    private static readonly DateTime From = Listed.Clock("2026/01/15 00:00:00");
    private static readonly DateTime To = Listed.Clock("2026/01/15 23:59:59");

    private readonly TemporaryDirectory _directory = new();
    private readonly Database _database;

    public ReconcileQueriesTests() => _database = Database.Create(new StorageOptions(_directory.File("data")));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Those_of_a_terminal_a_kind_and_a_time_are_found_as_they_are()
    {
        var accepted = Listed.Delivery(1, at: "2026/01/15 00:00:00", state: InsertState.Accepted);
        var unknown = Listed.Delivery(2, at: "2026/01/15 23:59:59", invoice: null) with { State = InsertState.Held };
        var reading = Listed.Inventory(3, volume: null);
        await AddAsync(accepted, "1");
        await AddAsync(unknown, "2");
        await AddAsync(reading, "3");
        await AddAsync(accepted with { TerminalCode = "ABC999" }, "4");
        await AddAsync(accepted with { OccurredAt = "2026/01/14 23:59:59" }, "5");
        await AddAsync(accepted with { OccurredAt = "2026/01/16 00:00:00" }, "6");

        var queries = new ReconcileQueries(_database);

        Assert.Equal([accepted, unknown], queries.Between(Listed.Terminal, RowKind.Delivery, From, To));
        Assert.Equal([reading], queries.Between(Listed.Terminal, RowKind.Inventory, From, To));
    }

    [Fact]
    public async Task Every_state_is_told()
    {
        foreach (var (state, i) in InsertState.All.Select((state, i) => (state, i)))
        {
            await AddAsync(Listed.Delivery(state: state), $"{i}");
        }

        var found = new ReconcileQueries(_database).Between(Listed.Terminal, RowKind.Delivery, From, To);

        Assert.Equal(InsertState.All, found.Select(own => own.State));
    }

    [Fact]
    public void Years_of_an_outbox_are_not_read_through()
    {
        using var connection = _database.OpenReader();
        var plan = connection.Query<PlanStep>(
            $"EXPLAIN QUERY PLAN {ReconcileQueries.BetweenTimes}",
            new
            {
                terminalCode = "",
                kind = "",
                from = "",
                to = "",
            }
        );

        Assert.Equal(
            "SEARCH inserts USING INDEX inserts_terminal (terminal_code=? AND kind=? AND occurred_at>? AND occurred_at<?)",
            Assert.Single(plan).Detail
        );
    }

    private Task<int> AddAsync(OwnInsert own, string key) => Listed.AddAsync(_database, own, key);

    private sealed record PlanStep(long Id, long Parent, long NotUsed, string Detail);
}
