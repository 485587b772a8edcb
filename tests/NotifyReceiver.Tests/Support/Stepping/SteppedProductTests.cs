using Dapper;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Simulators;

namespace NotifyReceiver.Tests.Support.Stepping;

/// <summary>What a dispatcher does, note in SQLite, exchange over HTTP, note in SQLite, is three stops, whatever the machine is at.</summary>
public sealed class SteppedProductTests : IAsyncLifetime
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualClock _clock = new();
    private readonly HttpClient _client = new(new WholeReplies(new SocketsHttpHandler()));
    private Database _database = null!;
    private Database _other = null!;
    private AtionetSimulator _ationet = null!;
    private AtionetCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _database = Database.Create(new StorageOptions(_directory.File("data")));
        _other = Database.Create(new StorageOptions(_directory.File("other")));
        _ationet = await AtionetSimulator.StartAsync(clock: _clock);
        _caller = new(_ationet);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        _caller.Dispose();
        await _ationet.DisposeAsync();
        await _database.DisposeAsync();
        await _other.DisposeAsync();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(0, "", 0)]
    [InlineData(1, "begun", 0)]
    [InlineData(2, "begun", 1)]
    [InlineData(3, "begun, ended", 1)]
    [InlineData(4, "begun, ended", 1)]
    public async Task A_crash_leaves_in_the_file_and_at_the_host_what_was_done_before_it(
        int steps,
        string acts,
        int deliveries
    )
    {
        var piece = Stepped.Start(() => TurnAsync(), _database);

        var standing = await piece.StepAsync(steps);
        piece.Abandon();

        Assert.Equal(steps == 4 ? Standing.Ended : Standing.Posted, standing);
        Assert.Equal(acts, Acts());
        Assert.Equal(deliveries, _ationet.Deliveries.Count);
    }

    [Fact]
    public async Task A_write_is_not_done_before_it_is_awaited()
    {
        var piece = Stepped.Start(
            async () =>
            {
                var note = NoteAsync("begun");
                Dawdle(() => NoteAsync("meanwhile", _other));
                var actsBefore = Acts();
                await note;
                return actsBefore;
            },
            _database
        );

        Assert.Equal(Standing.Posted, await piece.StepAsync());
        Assert.Equal("begun", Acts());
        Assert.Equal("", await piece.RunToEndAsync());
    }

    [Fact]
    public async Task A_reply_that_would_be_there_before_it_is_awaited_is_a_stop_all_the_same()
    {
        var piece = Stepped.Start(async () =>
        {
            var exchange = _client.SendAsync(AtionetCaller.Request(_ationet, AtionetCaller.Delivery));
            Dawdle(() => _caller.InsertAsync(AtionetCaller.Delivery));
            return await exchange;
        });

        Assert.Equal(Standing.Posted, await piece.StepAsync());
        using var response = await piece.RunToEndAsync();
        await AtionetCaller.AssertSuccessAsync(response);
    }

    [Fact]
    public async Task A_request_that_is_held_until_the_clock_moves_is_waited_for_and_others_go_on_meanwhile()
    {
        _ationet.Misbehave(AtionetMisbehaviour.SlowAfterStoring(AnHour) with { Times = 1 });
        var slow = Stepped.Start(() => TurnAsync(), _database);
        Assert.Equal(Standing.Waiting, await slow.StepAsync(times: 4, UntilHeld));
        Assert.Equal(2, slow.Steps);

        await Stepped.Start(() => TurnAsync(), _database).RunToEndAsync();
        _clock.Advance(AnHour);

        Assert.Equal(Standing.Posted, await slow.StepAsync(UntilHeld));
        Assert.Equal("begun, begun, ended", Acts());
        await slow.RunToEndAsync();
        Assert.Equal("begun, begun, ended, ended", Acts());
    }

    [Fact]
    public async Task A_condition_does_not_stop_a_piece_that_goes_on()
    {
        var piece = Stepped.Start(() => TurnAsync(), _database);

        Assert.Equal(Standing.Ended, await piece.StepAsync(times: 4, UntilHeld));
    }

    [Fact]
    public async Task A_reply_that_breaks_off_breaks_off_where_it_is_read()
    {
        _ationet.Misbehave(AtionetMisbehaviour.TruncatedSuccess());
        var piece = Stepped.Start(() => TurnAsync(HttpCompletionOption.ResponseHeadersRead), _database);

        Assert.Equal(Standing.Posted, await piece.StepAsync(times: 2));
        await Assert.ThrowsAsync<HttpIOException>(() => piece.StepAsync());
    }

    [Fact]
    public async Task A_reset_is_thrown_by_the_step_after_it()
    {
        _ationet.Misbehave(AtionetMisbehaviour.ResetAfterStoring());
        var piece = Stepped.Start(() => TurnAsync(), _database);

        Assert.Equal(Standing.Posted, await piece.StepAsync(times: 2));
        Assert.Equal(RequestEnding.Reset, Assert.Single(_ationet.Requests).Ending);
        await Assert.ThrowsAsync<HttpRequestException>(() => piece.StepAsync());
    }

    // Takes as long as it takes to do the same many times over elsewhere.
    private static void Dawdle(Func<Task> once)
    {
        for (var times = 0; times < 20; times++)
        {
#pragma warning disable VSTHRD002, xUnit1031 // To keep this thread from its await is the point.
            Task.Run(once).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002, xUnit1031
        }
    }

    private Task UntilHeld(CancellationToken gone) =>
        _ationet.WaitForAsync(host => host.HeldRequests == 1, AtionetCaller.Patience, gone);

    private async Task TurnAsync(HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        await NoteAsync("begun");
        using var request = AtionetCaller.Request(_ationet, AtionetCaller.Delivery);
        using var response = await _client.SendAsync(request, completion);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Contains("00000", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        await NoteAsync("ended");
    }

    private Task NoteAsync(string act) => NoteAsync(act, _database);

    private static Task NoteAsync(string act, Database database) =>
        database.WriteAsync(connection =>
        {
            connection.Execute("INSERT INTO acts (at, who, act, subject) VALUES ('', '', @act, '')", new { act });
        });

    private string Acts()
    {
        using var connection = _database.OpenReader();
        return string.Join(", ", connection.Query<string>("SELECT act FROM acts ORDER BY seq"));
    }
}
