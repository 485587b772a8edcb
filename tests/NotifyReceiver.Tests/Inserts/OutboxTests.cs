using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Inserts;

public sealed class OutboxTests : IAsyncLifetime
{
    private const string Terminal = "ABC0123456789";

    private static readonly DateTimeOffset Now = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();
    private Database _database = null!;

    private InsertStore Store => new(_database);

    private InsertQueries Queries => new(_database);

    public Task InitializeAsync()
    {
        _database = Database.Create(new StorageOptions(_directory.File("data")));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task The_same_document_again_adds_nothing()
    {
        await FillAsync(await NotificationAsync("a"), Delivery("100.0"), Inventory("5.0"));
        await FillAsync(await NotificationAsync("b"), Delivery("100.0"), Inventory("5.0"));

        Assert.Equal(2, Queries.List(null, 10).Count);
        Assert.Equal(2, Queries.NotificationsOf(new InsertId(1)).Count);
    }

    [Fact]
    public async Task Two_lines_that_are_alike_are_two_deliveries_in_the_document_as_in_its_copy()
    {
        await FillAsync(await NotificationAsync("a"), Delivery("100.0"), Delivery("100.0"));
        await FillAsync(await NotificationAsync("b"), Delivery("100.0"), Delivery("100.0"));

        Assert.Equal(2, Queries.List(null, 10).Count);
        Assert.All(Queries.List(null, 10), insert => Assert.Equal(InsertState.Pending, insert.State));
    }

    [Fact]
    public async Task Two_readings_that_are_alike_are_one()
    {
        await FillAsync(await NotificationAsync("a"), Inventory("5.0"), Inventory("5.0"));

        Assert.Single(Queries.List(null, 10));
    }

    [Fact]
    public async Task Two_compartments_of_one_invoice_for_one_tank_are_no_correction()
    {
        await FillAsync(await NotificationAsync("a"), Delivery("100.0"), Delivery("200.0"));

        Assert.All(Queries.List(null, 10), insert => Assert.Equal(InsertState.Pending, insert.State));
    }

    [Theory]
    [InlineData(InsertState.Accepted)]
    [InlineData(InsertState.AcceptedWithWarnings)]
    [InlineData(InsertState.Held)]
    [InlineData(InsertState.Pending)]
    public async Task A_changed_invoice_is_held_with_the_difference(string stateOfTheFirst)
    {
        await FillAsync(await NotificationAsync("a"), Delivery("100.0"));
        await FinishAsync(stateOfTheFirst);

        await FillAsync(await NotificationAsync("b"), Delivery("120.0"));

        var held = Queries.Find(new InsertId(2))!;
        Assert.Equal(InsertState.Held, held.State);
        Assert.Equal(
            "invoice 'INV1' came before for this tank and product, as i1 of 2026/01/15 04:31:00 with 100.0; this one is of 2026/01/15 04:31:00 with 120.0",
            held.Reason
        );
    }

    [Theory]
    [InlineData(InsertState.Refused)]
    [InlineData(InsertState.DryRun)]
    public async Task A_changed_invoice_whose_first_version_ATIONET_never_took_is_simply_sent(string stateOfTheFirst)
    {
        await FillAsync(await NotificationAsync("a"), Delivery("100.0"));
        await FinishAsync(stateOfTheFirst);

        await FillAsync(await NotificationAsync("b"), Delivery("120.0"));

        Assert.Equal(InsertState.Pending, Queries.Find(new InsertId(2))!.State);
    }

    [Fact]
    public async Task A_replay_that_maps_an_accepted_delivery_otherwise_is_held_too()
    {
        var notification = await NotificationAsync("a");
        await FillAsync(notification, Delivery("100.0"));
        await FinishAsync(InsertState.Accepted);

        await FillAsync(notification, Delivery("378.541"));

        Assert.Equal(InsertState.Held, Queries.Find(new InsertId(2))!.State);
    }

    [Theory]
    [InlineData(InsertState.Accepted, InsertState.Accepted)]
    [InlineData(InsertState.Held, InsertState.Held)]
    [InlineData(InsertState.Refused, InsertState.Pending)]
    [InlineData(InsertState.DryRun, InsertState.Pending)]
    public async Task A_replay_sends_again_only_what_ATIONET_never_took(string before, string after)
    {
        var notification = await NotificationAsync("a");
        await FillAsync(notification, Delivery("100.0"));
        await FinishAsync(before);

        await FillAsync(notification, Delivery("100.0"));

        Assert.Equal(after, Assert.Single(Queries.List(null, 10)).State);
    }

    [Theory]
    [InlineData(true, InsertState.DryRun)]
    [InlineData(false, InsertState.Pending)]
    public async Task A_copy_of_what_was_tried_dry_is_sent_only_when_there_is_a_host(bool isDryRun, string after)
    {
        await FillAsync(await NotificationAsync("a"), Delivery("100.0"));
        await FinishAsync(InsertState.DryRun);

        await FillAsync(await NotificationAsync("b"), isDryRun, Delivery("100.0"));

        Assert.Equal(after, Assert.Single(Queries.List(null, 10)).State);
    }

    [Fact]
    public async Task A_copy_of_a_refused_document_does_not_send_it_again()
    {
        await FillAsync(await NotificationAsync("a"), Delivery("100.0"));
        await FinishAsync(InsertState.Refused);

        await FillAsync(await NotificationAsync("b"), Delivery("100.0"));

        Assert.Equal(InsertState.Refused, Assert.Single(Queries.List(null, 10)).State);
    }

    [Fact]
    public async Task The_oldest_is_claimed_first_and_its_request_is_kept_before_it_is_sent()
    {
        await FillAsync(
            await NotificationAsync("a"),
            Inventory("5.0", "2026/01/15 10:00:00"),
            Inventory("6.0", "2026/01/15 09:00:00")
        );

        var claimed = await Store.ClaimAsync(Now, "POST somewhere", _ => "the request");

        Assert.Contains("09:00:00", claimed!.Row, StringComparison.Ordinal);
        Assert.Equal(InsertState.Sending, Queries.Find(claimed.Id)!.State);
        var attempt = Assert.Single(Queries.AttemptsOf(claimed.Id));
        Assert.Equal(("the request", "POST somewhere", null), (attempt.Request, attempt.Address, attempt.Outcome));
    }

    [Fact]
    public async Task What_is_not_due_yet_is_not_claimed()
    {
        await FillAsync(await NotificationAsync("a"), Delivery("100.0"));
        var claimed = await Claim();
        await Store.RecordAsync(
            new AttemptRecord(
                claimed!.Id,
                1,
                "transient",
                503,
                "",
                null,
                InsertState.Pending,
                "503",
                Now.AddMinutes(5)
            ),
            Now
        );

        Assert.Null(await Claim());
        Assert.False(Store.AnyDue(Now));
        Assert.True(Store.AnyDue(Now.AddMinutes(5)));
    }

    [Theory]
    [InlineData("delivery", "POST somewhere", InsertState.Held)]
    [InlineData("delivery", null, InsertState.Pending)]
    [InlineData("inventory", "POST somewhere", InsertState.Pending)]
    public async Task What_was_under_way_when_the_service_died_is_sent_again_unless_that_could_double_it(
        string kind,
        string? address,
        string state
    )
    {
        await FillAsync(await NotificationAsync("a"), kind == "delivery" ? Delivery("100.0") : Inventory("5.0"));
        await Store.ClaimAsync(Now, address, _ => "");

        Assert.Equal(1, await Store.RecoverInterruptedAsync(Now));

        var insert = Assert.Single(Queries.List(null, 10));
        Assert.Equal(state, insert.State);
        Assert.Equal(state == InsertState.Held, insert.Reason is not null);
        Assert.Equal("unknown", Assert.Single(Queries.AttemptsOf(insert.Id)).Outcome);
        Assert.Equal(0, await Store.RecoverInterruptedAsync(Now));
    }

    private Task<ClaimedInsert?> Claim() => Store.ClaimAsync(Now, "POST somewhere", _ => "");

    private async Task FinishAsync(string state)
    {
        if (state == InsertState.Pending)
        {
            return;
        }
        var claimed = await Claim();
        await Store.RecordAsync(new AttemptRecord(claimed!.Id, 1, "x", null, "", null, state, null, null), Now);
    }

    private async Task<NotificationId> NotificationAsync(string body)
    {
        var call = new ReceivedCall(Now, body, "key 1", null, null, [], System.Text.Encoding.UTF8.GetBytes(body));
        return (await new NotificationStore(_database).AddAsync(call)).Id;
    }

    private Task FillAsync(NotificationId notification, params IReadOnlyList<Row> rows) =>
        FillAsync(notification, isDryRun: false, rows);

    private Task FillAsync(NotificationId notification, bool isDryRun, params IReadOnlyList<Row> rows) =>
        _database.WriteAsync(connection =>
            new Outbox(connection, notification, NewInsert.FromDocument(Terminal, rows), isDryRun, Now).Fill()
        );

    private static Row Delivery(string volume) =>
        Make(
            RowKind.Delivery,
            ("CreatedDateTime", "2026/01/15 04:31:00"),
            ("TotalVolume", volume),
            ("InvoiceNumber", "INV1")
        );

    private static Row Inventory(string volume, string at = "2026/01/15 21:58:30") =>
        Make(RowKind.Inventory, ("DateTime", at), ("Volume", volume));

    private static Row Make(RowKind kind, params IEnumerable<(string Field, string Value)> values) =>
        new(
            kind,
            values
                .Append(("TankNumber", "01"))
                .Append(("ProductCode", "001"))
                .ToDictionary(it => it.Item1, it => it.Item2, StringComparer.Ordinal)
        );
}
