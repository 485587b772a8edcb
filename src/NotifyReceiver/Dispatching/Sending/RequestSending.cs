using NotifyReceiver.Ationet;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Writing;

namespace NotifyReceiver.Dispatching.Sending;

/// <summary>Sends a request that was claimed, and writes down what became of it.</summary>
internal sealed class RequestSending(
    Recording recording,
    AllDestinations destinations,
    AtionetOptions options,
    Chance chance,
    TimeProvider clock,
    ILogger<RequestSending> log
)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public async Task RunAsync(Destination destination, Claim.Send claim, StepTerms terms)
    {
        var pause = TimeSpan.Zero;
        Attempt attempt;
        if (IsOver(claim.Turn))
        {
            attempt = new Attempt(new Outcome.Unreachable("not sent: the turn was over before"), null, null);
        }
        else
        {
            attempt = await destination.Host.SendAsync(claim.Body);
            pause = destination.Hear(attempt, claim.Turn.TerminalCode);
        }
        if (attempt.Outcome is Outcome.CredentialsRefused refused)
        {
            destinations.Halt(destination, Stop.Insert, refused.Detail);
        }
        var step = new NextStep(claim, attempt, terms, pause, clock.GetUtcNow(), chance.Next());
        await RecordAsync(step.ToRecord());
    }

    // A machine that slept may come back to a turn that another process has taken since.
    private bool IsOver(Turn turn) => clock.GetUtcNow() + options.Timeout + Margin > turn.Until;

    // As long as the turn is ours: who takes it next does not know what became of the request.
    private async Task RecordAsync(RequestRecord record)
    {
        var pause = FirstPause;
        while (true)
        {
            try
            {
                var isOurs = await recording.RecordAsync(record, clock.GetUtcNow());
                Tell(record, isOurs);
                return;
            }
            catch (Exception broken) when (broken is StorageException or WriteException && !IsOver(record.Claim.Turn))
            {
                log.NotRecorded(broken, record.Claim.Turn.TerminalCode, record.Outcome);
                await Task.Delay(pause, clock);
                pause = pause < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private void Tell(RequestRecord record, bool isOurs)
    {
        if (!isOurs)
        {
            log.RecordedLate(record.Claim.Turn.TerminalCode, record.Outcome, record.Detail);
        }
        foreach (var insert in record.Inserts)
        {
            var level = insert.State is InsertState.Refused or InsertState.Held or InsertState.AcceptedWithWarnings
                ? LogLevel.Warning
                : LogLevel.Information;
            log.AttemptFinished(level, insert.Id, record.Outcome, record.Detail, insert.State);
        }
    }
}
