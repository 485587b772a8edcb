using NotifyReceiver.Ationet;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Dispatching.Sending;

/// <summary>
/// From the outbox to ATIONET: terminals take turns, each with one request at a time, several terminals beside one another. A slow
/// one holds up nobody but itself.
/// </summary>
internal sealed class SendingWorker(
    WorkLoop loop,
    WaitingTerminals waiting,
    TerminalTurn turn,
    AllDestinations destinations,
    Database database,
    InsertQueries inserts,
    AtionetOptions options,
    TimeProvider clock,
    ILogger<SendingWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    // Each terminal that waits gets one turn before any gets a second.
    private readonly List<string> _round = [];
    private bool _hasStarted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await loop.RunAsync("sending", it => it.NextLoudCommit, SendDueAsync, stoppingToken);
        }
        finally
        {
            // As long as the host allows: what is under way is finished and written down.
            await Task.WhenAll(_underWay.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await destinations.RefreshAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StartOnceAsync()
    {
        if (_hasStarted)
        {
            return;
        }
        await destinations.StartAsync();
        if (database.IsAlone)
        {
            await database.WriteAsync(Interrupted.EndAllTurns);
        }
        if (inserts.CountOfOtherRuns(options.IsDryRun) is > 0 and var left)
        {
            log.LeftByOtherRuns(
                left,
                options.IsDryRun
                    ? "wait for a host (Ationet:BaseUrl)"
                    : "were only tried dry; replay their notifications to send them"
            );
        }
        _hasStarted = true;
    }

    private async Task<bool> SendDueAsync(CancellationToken stop)
    {
        await StartOnceAsync();
        await EndFinishedAsync();
        await destinations.RefreshAsync();
        var committed = database.NextLoudCommit;
        if (!StartTurns(stop))
        {
            FillRound();
            StartTurns(stop);
        }
        if (_underWay.Count == 0)
        {
            return false;
        }
        IEnumerable<Task> ends = destinations.All.Any(HasRoom) ? [.. _underWay.Values, committed] : _underWay.Values;
        Task first = Task.WhenAny(ends);
        await first.WaitAsync(Poll, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    // One slow network leaves the others their places.
    private bool HasRoom(Destination destination) =>
        _underWay.Keys.Count(terminal => destinations.Of(terminal) == destination) < options.ParallelTerminals;

    // False when none of the round can be started.
    private bool StartTurns(CancellationToken stop)
    {
        var hasStarted = false;
        while (
            !stop.IsCancellationRequested
            && _round.Find(terminal => !_underWay.ContainsKey(terminal) && HasRoom(destinations.Of(terminal)))
                is { } next
        )
        {
            _round.Remove(next);
            _underWay.Add(next, turn.RunAsync(next));
            hasStarted = true;
        }
        return hasStarted;
    }

    private void FillRound()
    {
        var waits = waiting.At(clock.GetUtcNow(), options.IsDryRun).Where(CanBeServed).OrderBy(IsRiskyProbe);
        List<string> newcomers = [.. waits.Select(it => it.TerminalCode).Except(_round, StringComparer.Ordinal)];
        _round.AddRange(newcomers);
    }

    private bool CanBeServed(WaitingTerminal terminal)
    {
        var destination = destinations.Of(terminal.TerminalCode);
        var isLetThrough = destination.Circuit.LetsThrough;
        var mustBeHeld = terminal.Verifies && destination.WhyNoLooks is not null;
        return !_underWay.ContainsKey(terminal.TerminalCode)
            && (
                terminal.WasInterrupted
                || mustBeHeld
                || (isLetThrough && terminal.Verifies)
                || (isLetThrough && terminal.Sends is not null && destination.MaySend)
            );
    }

    // A host that may not answer is better tried with what may be sent twice.
    private bool IsRiskyProbe(WaitingTerminal terminal) =>
        terminal.Sends == InsertKind.Delivery && destinations.Of(terminal.TerminalCode).Circuit.IsOpen;

    // The first fault is thrown on; of several at once, such as by a full disk, the others are told.
    private async Task EndFinishedAsync()
    {
        var ended = _underWay.Where(it => it.Value.IsCompleted).ToList();
        foreach (var (terminal, run) in ended)
        {
            _underWay.Remove(terminal);
            if (run.Exception is { } fault)
            {
                log.TurnFailed(fault.GetBaseException(), terminal);
            }
        }
        await Task.WhenAll(ended.Select(it => it.Value));
    }
}
