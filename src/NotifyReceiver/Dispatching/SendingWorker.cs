using NotifyReceiver.Ationet;
using NotifyReceiver.Inserts;

namespace NotifyReceiver.Dispatching;

/// <summary>From the outbox to ATIONET, the oldest first, one at a time.</summary>
internal sealed class SendingWorker(
    WorkLoop loop,
    InsertStore inserts,
    IAtionet ationet,
    AtionetOptions options,
    DestinationState destination,
    TimeProvider clock,
    ILogger<SendingWorker> log
) : BackgroundService
{
    // Whether an insert may be marked as under way while it is not: after a start, and after a fault between mark and record.
    private bool _mayBeInterrupted = true;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        loop.RunAsync("sending", SendDueAsync, stoppingToken);

    private async Task<bool> SendDueAsync(CancellationToken stop)
    {
        if (_mayBeInterrupted)
        {
            await RecoverAsync();
        }
        var worked = false;
        while (!stop.IsCancellationRequested && destination.Refusal is null && inserts.AnyDue(clock.GetUtcNow()))
        {
            _mayBeInterrupted = true;
            if (await inserts.ClaimAsync(clock.GetUtcNow(), ationet.Address, RequestOf) is { } claimed)
            {
                await SendAsync(claimed);
            }
            _mayBeInterrupted = false;
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

    private string RequestOf(ClaimedInsert insert) =>
        new FmsRequest(insert.Kind, insert.TerminalCode, [insert.Row]).ToJson(
            options.SystemModel,
            options.SystemVersion
        );

    // Not given the token of the stop: what is under way is finished and recorded, or nobody would know what became of it.
    private async Task SendAsync(ClaimedInsert insert)
    {
        var attempt = await ationet.SendAsync(RequestOf(insert));
#pragma warning disable CA5394 // It spreads retries; nobody gains by guessing it.
        var chance = Random.Shared.NextDouble();
#pragma warning restore CA5394
        var record = NextStep.After(insert, attempt, clock.GetUtcNow(), chance);
        log.AttemptFinished(insert.Id, insert.Attempt, attempt.Outcome.Name, attempt.Outcome.Detail, record.State);
        if (attempt.Outcome is Outcome.CredentialsRefused refused)
        {
            destination.Stop(refused.Detail);
            log.DestinationStopped(refused.Detail);
        }
        await inserts.RecordAsync(record, clock.GetUtcNow());
    }
}
