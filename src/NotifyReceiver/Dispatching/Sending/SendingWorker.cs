using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;

namespace NotifyReceiver.Dispatching.Sending;

/// <summary>From the outbox to ATIONET, the oldest first, one at a time.</summary>
internal sealed class SendingWorker(
    WorkLoop loop,
    AttemptStore inserts,
    IAtionet ationet,
    AtionetOptions options,
    DestinationState destination,
    TimeProvider clock,
    ILogger<SendingWorker> log
) : BackgroundService
{
    // An insert may be marked as under way while it is not: after a start, and after a fault between mark and outcome.
    private bool _mayBeInterrupted = true;

    // What became of an attempt and could not be written down yet. Nothing else is sent before it is.
    private AttemptRecord? _unrecorded;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (inserts.CountOfOtherRuns(options.IsDryRun) is > 0 and var left)
        {
            log.LeftByOtherRuns(
                left,
                options.IsDryRun
                    ? "wait for a host (Ationet:BaseUrl)"
                    : "were only tried dry; replay their notifications to send them"
            );
        }
        return loop.RunAsync("sending", SendDueAsync, stoppingToken);
    }

    private async Task<bool> SendDueAsync(CancellationToken stop)
    {
        await RecordAsync();
        if (_mayBeInterrupted)
        {
            await RecoverAsync();
        }
        var worked = false;
        while (
            !stop.IsCancellationRequested
            && destination.Refusal is null
            && inserts.AnyDue(clock.GetUtcNow(), options.IsDryRun)
        )
        {
            _mayBeInterrupted = true;
            if (await inserts.ClaimAsync(clock.GetUtcNow(), ationet.Address, RequestOf) is { } claimed)
            {
                await SendAsync(claimed);
            }
            _mayBeInterrupted = false;
            await RecordAsync();
            worked = true;
        }
        return worked;
    }

    private async Task RecoverAsync()
    {
        var interrupted = await inserts.RecoverInterruptedAsync(clock.GetUtcNow());
        _mayBeInterrupted = false;
        if (interrupted > 0)
        {
            log.Recovered(interrupted);
        }
    }

    private string RequestOf(RowKind kind, string terminalCode, string row) =>
        new FmsRequest(kind, terminalCode, [row]).ToJson(options.SystemModel, options.SystemVersion);

    // Not given the token of the stop: what is under way is finished and recorded, or nobody would know what became of it.
    private async Task SendAsync(ClaimedInsert insert)
    {
        var attempt = await ationet.SendAsync(insert.Request);
#pragma warning disable CA5394 // It spreads retries; nobody gains by guessing it.
        var chance = Random.Shared.NextDouble();
#pragma warning restore CA5394
        _unrecorded = NextStep.After(insert, attempt, clock.GetUtcNow(), chance);
        if (attempt.Outcome is Outcome.CredentialsRefused refused)
        {
            destination.Stop(refused.Detail);
            log.DestinationStopped(refused.Detail);
        }
    }

    private async Task RecordAsync()
    {
        if (_unrecorded is not { } record)
        {
            return;
        }
        await inserts.RecordAsync(record, clock.GetUtcNow());
        _unrecorded = null;
        var level = record.State is InsertState.Refused or InsertState.Held ? LogLevel.Warning : LogLevel.Information;
        log.AttemptFinished(level, record.Id, record.Number, record.Outcome, record.Detail, record.State);
    }
}
