using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.Filling;
using ProductOptions = NotifyReceiver.Ationet.AtionetOptions;

namespace NotifyReceiver.Tests.Dispatching.Sending;

/// <summary>What a terminal does with its turns, one after the other, over a real socket and a real file.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private const string Terminal = "ABC-1";

    private readonly Dictionary<ProductOptions, SendingProcess> _processes = [];
    private SendingWorld _world = null!;

    public async Task InitializeAsync() => _world = await SendingWorld.CreateAsync();

    public async Task DisposeAsync()
    {
        Assert.Empty(_world.Ationet.Violations);
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_delivery_that_ationet_took_before_the_answer_was_lost_is_found_there_and_not_sent_again()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetAfterStoring() with { Times = 1 });
        await _world.FillAsync(Terminal, Delivery("100.5"));

        await SendAsync(_world.Options());
        Assert.Equal([InsertState.Verifying], _world.States);
        await AdvanceAndSendAsync(_world.Options(), TimeSpan.FromSeconds(30));

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
        var look = Assert.Single(Attempts(1), it => it.Purpose == AttemptSummary.Verify);
        Assert.Equal(($"ATIONET has it, as {_world.Ationet.Deliveries[0].Id}", "answered"), (look.Found, look.Outcome));
    }

    [Fact]
    public async Task A_delivery_that_never_got_there_is_sent_again_once_ationet_cannot_be_busy_with_it_any_more()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetBeforeStoring() with { Times = 1 });
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await SendAsync(_world.Options());

        await AdvanceAndSendAsync(_world.Options(), TimeSpan.FromSeconds(30));
        Assert.Equal([InsertState.Verifying], _world.States);
        await AdvanceAndSendAsync(_world.Options(), TimeSpan.FromMinutes(5));
        Assert.Equal([InsertState.Pending], _world.States);
        await AdvanceAndSendAsync(_world.Options(), TimeSpan.FromSeconds(2));

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
        Assert.Equal(["insert", "verify", "verify", "insert"], Attempts(1).Select(it => it.Purpose));
    }

    [Fact]
    public async Task A_delivery_that_ationet_takes_its_time_with_is_not_sent_beside_it()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.StoredLate(TimeSpan.FromMinutes(4)) with { Times = 1 });
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await SendAsync(_world.Options());

        await AdvanceAndSendAsync(_world.Options(), TimeSpan.FromSeconds(30));
        await AdvanceAndSendAsync(_world.Options(), TimeSpan.FromMinutes(5));

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(409)]
    public async Task A_host_that_fails_at_what_it_has_taken_doubles_nothing_where_it_can_be_looked_up(int status)
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.Status(status) with { Times = 1, Stored = true });
        await _world.FillAsync(Terminal, Delivery("100.5"));

        await SendAsync(_world.Options());
        await AdvanceAndSendAsync(_world.Options(), TimeSpan.FromSeconds(30));

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Fact]
    public async Task Readings_behind_a_delivery_that_is_looked_up_do_not_wait_for_it()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetBeforeStoring() with { Times = 1 });
        await _world.FillAsync(Terminal, Delivery("100.5"), Inventory("5.0"));

        await SendAsync(_world.Options());
        await AdvanceAndSendAsync(_world.Options(), TimeSpan.FromSeconds(2));

        Assert.Equal([InsertState.Verifying, InsertState.Accepted], _world.States);
    }

    [Fact]
    public async Task A_user_who_may_not_look_leaves_the_delivery_to_a_person_until_he_is_mended()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetAfterStoring() with { Times = 1 });
        _world.Ationet.Misbehave(AtionetMisbehaviour.Status(401) with { Times = 1, ActionCode = "981" });
        await _world.FillAsync(Terminal, Delivery("100.5"));
        var process = _world.Process(_world.Options());

        await SendAsync(process);
        await AdvanceAndSendAsync(process, TimeSpan.FromSeconds(30));
        Assert.Equal([InsertState.Held], _world.States);
        Assert.Contains(
            "ATIONET refused the user of Ationet:Download",
            _world.Inserts.Find(new InsertId(1))!.Reason,
            StringComparison.Ordinal
        );

        await _world.Database.WriteAsync(connection => StopStore.Resume(connection, "default"));
        await process.Destinations.RefreshAsync();
        await _world.Database.WriteAsync(connection => LookingUp.AskAll(connection, _world.Clock.GetUtcNow()));
        await SendAsync(process);

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Fact]
    public async Task Of_many_readings_that_share_a_request_the_one_that_is_refused_is_found_and_the_others_are_accepted()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.Status(400) with { Tank = "07" });
        var options = _world.Options() with { InventoriesPerRequest = 100 };
        await _world.FillAsync(
            Terminal,
            [.. Enumerable.Range(0, 100).Select(n => Inventory($"{n}.5", tank: n == 36 ? "07" : "01"))]
        );

        await SendAsync(options);

        Assert.Equal(99, _world.Ationet.Inventories.Count);
        Assert.Equal("i37", Assert.Single(_world.Inserts.List(InsertState.Refused, 10)).Id.ToString());
        Assert.Equal(99, _world.Inserts.List(InsertState.Accepted, 1000).Count);
        Assert.InRange(_world.Ationet.Requests.Count, 8, 16);
        Assert.Empty(_world.Ationet.Duplicates);
    }

    [Fact]
    public async Task Of_several_deliveries_that_were_taken_in_part_none_is_taken_twice()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.PartlyStored(400) with { Tank = "02" });
        var options = _world.Options() with { DeliveriesPerRequest = 10 };
        await _world.FillAsync(
            Terminal,
            [.. Enumerable.Range(0, 6).Select(n => Delivery($"{100 + n}.5", tank: n % 3 == 0 ? "02" : "01"))]
        );

        await SendAsync(options);
        Assert.Equal(4, _world.Ationet.Deliveries.Count);
        await AdvanceAndSendAsync(options, TimeSpan.FromSeconds(30));
        await AdvanceAndSendAsync(options, TimeSpan.FromMinutes(5));
        await AdvanceAndSendAsync(options, TimeSpan.FromSeconds(2));

        Assert.Equal(Enumerable.Repeat(InsertState.Accepted, 6), _world.States);
        Assert.Equal(6, _world.Ationet.Deliveries.Count);
        Assert.Empty(_world.Ationet.Duplicates);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_probed_and_everything_keeps_its_place()
    {
        await _world.GoDownAsync();
        await _world.FillAsync(Terminal, Delivery("100.5"), Inventory("5.0"));
        await _world.FillAsync("ABC-2", Inventory("6.0"));
        var process = _world.Process(_world.Options());

        await SendAsync(process);
        Assert.NotNull(process.Destinations.Of(Terminal).Circuit.TroubleNow());
        Assert.Single(_world.Inserts.List(null, 10), insert => insert.Attempts > 0);

        await _world.ComeUpAsync();
        await AdvanceAndSendAsync(process, TimeSpan.FromSeconds(2));
        Assert.Equal(Enumerable.Repeat(InsertState.Accepted, 3), _world.States);
        Assert.Null(process.Destinations.Of(Terminal).Circuit.TroubleNow());
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_is_left_alone_by_all_terminals()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.Status(429, retryAfterSeconds: 90) with { Times = 1 });
        await _world.FillAsync(Terminal, Inventory("5.0"));
        await _world.FillAsync("ABC-2", Inventory("6.0"));
        var process = _world.Process(_world.Options());

        await SendAsync(process);
        await AdvanceAndSendAsync(process, TimeSpan.FromSeconds(89));
        Assert.Single(_world.Ationet.Requests);

        await AdvanceAndSendAsync(process, TimeSpan.FromSeconds(1));
        Assert.Equal([InsertState.Accepted, InsertState.Accepted], _world.States);
    }

    [Fact]
    public async Task Terminals_whose_requests_stay_without_an_answer_make_the_host_be_probed()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetBeforeStoring() with { Times = 4 });
        for (var terminal = 1; terminal <= 6; terminal++)
        {
            await _world.FillAsync($"ABC-{terminal}", Delivery("100.5"));
        }

        await SendAsync(_world.Process(_world.Options()));

        Assert.Equal(4, _world.Ationet.Requests.Count);
        Assert.Equal(2, _world.States.Count(state => state == InsertState.Pending));
    }

    [Fact]
    public async Task One_terminal_without_answers_does_not_hold_up_the_others()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetBeforeStoring() with { Terminal = Terminal });
        await _world.FillAsync(Terminal, [.. Enumerable.Range(0, 9).Select(n => Delivery($"{100 + n}.5"))]);
        var process = _world.Process(_world.Options(canLook: false));
        for (var round = 0; round < 9; round++)
        {
            await AdvanceAndSendAsync(process, TimeSpan.FromMinutes(15));
        }
        await _world.FillAsync("ABC-2", Inventory("6.0"));

        await SendAsync(process);

        Assert.Equal(9, _world.Inserts.List(InsertState.Held, 100).Count);
        Assert.Single(_world.Ationet.Inventories);
    }

    [Fact]
    public async Task One_reading_at_which_the_host_fails_again_and_again_lets_the_others_pass_and_is_given_up_in_the_end()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.Status(500) with { Tank = "07" });
        var options = _world.Options() with { RetryFor = TimeSpan.FromHours(2) };
        await _world.FillAsync(Terminal, Inventory("1.5", "2026/01/15 01:00:00", "07"), Inventory("2.5"));
        var process = _world.Process(options);

        for (var minutes = 0; minutes < 60 && _world.States.Contains(InsertState.Pending); minutes++)
        {
            await AdvanceAndSendAsync(process, TimeSpan.FromMinutes(15));
        }

        Assert.Equal([InsertState.Held, InsertState.Accepted], _world.States);
        Assert.StartsWith(
            "given up after 2 hours of tries: HTTP 500",
            _world.Inserts.Find(new InsertId(1))!.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_network_has_its_own_user_and_is_stopped_by_itself()
    {
        await using var other = await AtionetSimulator.StartAsync(
            new() { UserName = "other@example.com", Password = "another" },
            _world.Clock
        );
        var options = _world.Options();
        options = options with
        {
            Networks =
            [
                options.Default! with
                {
                    Name = "XYZ",
                    BaseUrl = new Uri(other.BaseUrl),
                    Credentials = new("other@example.com", "another"),
                },
            ],
        };
        _world.Ationet.Misbehave(AtionetMisbehaviour.Status(403));
        await _world.FillAsync(Terminal, Inventory("5.0"));
        await _world.FillAsync("XYZ-1", Inventory("6.0"));
        var process = _world.Process(options);

        await SendAsync(process);
        await AdvanceAndSendAsync(process, TimeSpan.FromHours(1));

        Assert.Equal([InsertState.Pending, InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Requests);
        Assert.Single(other.Inventories);
        Assert.Empty(other.Violations);
    }

    private Task SendAsync(ProductOptions options) => SendAsync(ProcessOf(options));

    private Task SendAsync(SendingProcess process) => process.SendAsync(_world);

    private Task AdvanceAndSendAsync(ProductOptions options, TimeSpan by) =>
        AdvanceAndSendAsync(ProcessOf(options), by);

    private Task AdvanceAndSendAsync(SendingProcess process, TimeSpan by) => process.AdvanceAndSendAsync(_world, by);

    private SendingProcess ProcessOf(ProductOptions options)
    {
        if (!_processes.TryGetValue(options, out var process))
        {
            process = _world.Process(options);
            _processes.Add(options, process);
        }
        return process;
    }

    private IReadOnlyList<AttemptSummary> Attempts(int insert) => _world.Inserts.AttemptsOf(new InsertId(insert));
}
