using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Tests.Support;
using ProductOptions = NotifyReceiver.Ationet.AtionetOptions;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>
/// A random history of some terminals, the same one for the same seed: documents arrive, come again and are corrected, the host
/// misbehaves, two processes take turns, are put aside in the middle of them and die at any await, clocks jump, operators decide.
/// In the end the weather clears, and all must be as the books want it.
/// </summary>
internal sealed class History : IAsyncDisposable
{
    private const int Acts = 60;
    private const int MostRoundsToClear = 400;

    private readonly Scene _scene;
    private readonly Books _books;
    private readonly Papers _papers;
    private readonly Operator _operator;
    private readonly ProductOptions _options;
    private readonly HistoryProcess?[] _processes = new HistoryProcess?[2];

    /// <param name="prefix">Tells its terminals from those of other histories.</param>
    public History(SendingWorld world, int seed, string prefix)
    {
        var dice = new Dice(seed);
        _scene = new Scene(world, dice, prefix, CanLook: dice.Next(3) > 0);
        _books = new Books(_scene);
        _papers = new Papers(_scene, _books);
        _operator = new Operator(_scene, _books);
        var together = _scene.CanLook && dice.Next(3) == 0 ? 3 : 1;
        var retryFor = dice.Next(8) == 0 ? TimeSpan.FromMinutes(20) : TimeSpan.FromDays(7);
        _options = world.Options(_scene.CanLook, together, retryFor);
        _scene.Log($"looks {_scene.CanLook}, deliveries together {together}, retries for {retryFor}");
    }

    /// <summary>All that happened, for who reads a failure.</summary>
    public string Story => _scene.Story;

    // Nobody is in the middle of anything.
    private bool IsQuiet => _processes.OfType<HistoryProcess>().All(process => process.Suspended.Count == 0);

    public async Task LiveAsync()
    {
        _processes[0] = NewProcess();
        for (var act = 0; act < Acts; act++)
        {
            await ActAsync();
            _books.CheckNothingIsDoubled();
        }
        await ClearUpAsync();
        _books.CheckTheEnd();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.OfType<HistoryProcess>())
        {
            await process.DisposeAsync();
        }
    }

    private HistoryProcess NewProcess() => new(_scene.World, _options, _scene.Dice.NextSeed());

    private Task ActAsync() =>
        _scene.Dice.Next(100) switch
        {
            < 14 => _papers.ArriveAsync(),
            < 17 => _papers.ComeAgainAsync(),
            < 21 => _papers.BeCorrectedAsync(IsQuiet && _scene.World.Ationet.LateRequests == 0),
            < 33 => MisbehaveAsync(),
            < 35 => GoDownOrUpAsync(),
            < 50 => MoveOnAsync(),
            < 52 => JumpAsync(),
            < 84 => TakeTurnAsync(),
            < 90 => ResumePieceAsync(),
            < 94 => DieAsync(),
            < 96 => IsQuiet ? _operator.DecideAsync() : Task.CompletedTask,
            < 98 => _operator.MeddleAsync(),
            _ => ResumeDestinationsAsync(),
        };

    private Task MisbehaveAsync()
    {
        var how = Weather.Next(_scene.Dice, _scene.CanLook, _scene.Terminals);
        _scene.World.Ationet.Misbehave(how);
        _scene.Log(
            $"weather: {how.Kind} {how.StatusCode} {how.Code} stored {how.Stored}, {how.Times} times, {how.Terminal} {how.ActionCode} {how.Tank}"
        );
        return Task.CompletedTask;
    }

    private async Task GoDownOrUpAsync()
    {
        if (_scene.World.IsDown)
        {
            await _scene.World.ComeUpAsync();
        }
        else
        {
            await _scene.World.GoDownAsync();
        }
        _scene.Log(_scene.World.IsDown ? "the host is down" : "the host is up");
    }

    private Task MoveOnAsync()
    {
        var by = TimeSpan.FromSeconds(_scene.Dice.Next(6) == 0 ? _scene.Dice.Next(1200) : _scene.Dice.Next(60));
        _scene.World.Clock.Advance(by);
        _scene.Log($"{by} pass");
        return Task.CompletedTask;
    }

    private Task JumpAsync()
    {
        var by = _scene.Dice.Coin()
            ? TimeSpan.FromHours(_scene.Dice.Next(1, 300))
            : -TimeSpan.FromMinutes(_scene.Dice.Next(1, 1800));
        _scene.World.Clock.Set(by);
        _scene.Log($"the clock is set by {by}");
        return Task.CompletedTask;
    }

    private async Task TakeTurnAsync()
    {
        var index = _scene.Dice.Next(4) == 0 ? 1 : 0;
        var process = _processes[index] ??= NewProcess();
        var waiting = Waiting(process);
        if (waiting.Count == 0)
        {
            return;
        }
        var terminal = _scene.Dice.Any(waiting).TerminalCode;
        var most = _scene.Dice.Next(4) == 0 ? _scene.Dice.Next(1, 8) : int.MaxValue;
        await StepAsync(index, terminal, most);
        if (most != int.MaxValue && _scene.Dice.Next(2) == 0)
        {
            await DieAsync(index);
        }
    }

    private async Task StepAsync(int index, string terminal, int most)
    {
        var process = _processes[index]!;
        var hasTurn = IsTaken(terminal);
        var expected = _scene.Outbox.InOrder(terminal, _scene.World.Clock.GetUtcNow());
        var before = _scene.Outbox.UnderWay(terminal);
        var piece = process.Begin(terminal);
        await process.StepAsync(piece, most: 1);
        var claimed = _scene.Outbox.UnderWay(terminal);
        Assert.True(!hasTurn || claimed.SequenceEqual(before), $"{terminal} is served by two at once");
        if (!claimed.SequenceEqual(before) && before.Count == 0)
        {
            Assert.Equal(expected.Take(claimed.Count), claimed);
        }
        await process.StepAsync(piece, most - 1);
        await process.Sending.Destinations.RefreshAsync();
        _scene.Log(
            $"process {index}, {terminal}: {piece.Steps} steps, {piece.Standing}; claimed {string.Join(" ", claimed)}; {_scene.States}"
        );
    }

    // Whoever lives and has begun a turn has it as long as turns last, by a clock that did not jump.
    private bool IsTaken(string terminal) =>
        _processes
            .OfType<HistoryProcess>()
            .SelectMany(process => process.Suspended)
            .Any(begun =>
                begun.Terminal == terminal
                && _scene.World.Clock.GetUtcNow() - begun.At is var age
                && age >= TimeSpan.Zero
                && age < Turn.Length
                && _scene.Outbox.HasTurn(terminal)
            );

    private async Task ResumePieceAsync()
    {
        var index = _scene.Dice.Next(2);
        if (_processes[index] is { Suspended.Count: > 0 } process)
        {
            var (terminal, piece, _) = _scene.Dice.Any(process.Suspended);
            await process.StepAsync(piece, _scene.Dice.Next(1, 8));
            _scene.Log($"process {index}, {terminal} goes on: {piece.Steps} steps, {piece.Standing}; {_scene.States}");
        }
    }

    private Task DieAsync() => DieAsync(_scene.Dice.Next(2));

    // Whoever starts while nobody else is there need not wait for turns to run out.
    private async Task DieAsync(int index)
    {
        if (_processes[index] is not { } process)
        {
            return;
        }
        await process.DisposeAsync();
        _processes[index] = null;
        _scene.Log($"process {index} dies");
        if (index == 0)
        {
            _processes[0] = NewProcess();
            await _processes[0]!.Sending.Destinations.StartAsync();
            if (_processes[1] is null)
            {
                await _scene.World.Database.WriteAsync(Interrupted.EndAllTurns);
            }
        }
    }

    private async Task ResumeDestinationsAsync()
    {
        var resumed = await _scene.World.Database.WriteAsync(connection =>
            StopStore.Resume(connection, destination: null)
        );
        foreach (var process in _processes.OfType<HistoryProcess>())
        {
            await process.Sending.Destinations.RefreshAsync();
        }
        _scene.Log($"resumed {string.Join(", ", resumed)}");
    }

    private async Task ClearUpAsync()
    {
        _scene.Log("the weather clears");
        _scene.World.Ationet.Behave();
        await _scene.World.ComeUpAsync();
        foreach (var process in _processes.OfType<HistoryProcess>())
        {
            while (process.Suspended is [var begun, ..])
            {
                await process.StepAsync(begun.Piece);
            }
        }
        await _scene.World.SettleAsync();
        _processes[0] ??= NewProcess();
        var rounds = 0;
        while (!await IsDoneAsync() && ++rounds < MostRoundsToClear)
        {
            await ResumeDestinationsAsync();
            foreach (var waiting in Waiting(_processes[0]!))
            {
                await StepAsync(0, waiting.TerminalCode, int.MaxValue);
                _books.CheckNothingIsDoubled();
            }
            var wait = _scene.Outbox.NextDue(_scene.Now) is { } due ? due - _scene.Now : TimeSpan.FromMinutes(1);
            // A time that is far off is none: it was noted before the clock was set back.
            _scene.World.Clock.Advance(wait < TimeSpan.FromMinutes(20) ? wait : TimeSpan.FromMinutes(1));
        }
    }

    // What is left for a person is decided once nothing else is to be done.
    private async Task<bool> IsDoneAsync()
    {
        var all = _scene.Outbox.All();
        if (all.Any(it => it.State is InsertState.Pending or InsertState.Sending or InsertState.Verifying))
        {
            return false;
        }
        if (all.FirstOrDefault(it => it.State == InsertState.Held) is not { } held)
        {
            return true;
        }
        await _operator.DecideAsync(held);
        return false;
    }

    private IReadOnlyList<WaitingTerminal> Waiting(HistoryProcess process) =>
        [.. process.Sending.Waiting.Where(it => _scene.Terminals.Contains(it.TerminalCode))];
}
