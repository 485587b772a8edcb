using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Renewing.Planning;
using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Certificates.Renewing;

/// <summary>Keeps one certificate alive: looks whether it is due, tries, and remembers what came of it.</summary>
internal sealed class Renewal(
    Issuance issuance,
    Suggestions suggestions,
    RenewalReading reading,
    RenewalCounts counts,
    AcmeOptions options,
    Chance chance,
    ILogger<Renewal> log
)
{
    public bool IsAnyMissing() => reading.IsAnyMissing();

    /// <summary>Does what is due now.</summary>
    public async Task<RenewalStatus> TickAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var situation = reading.Of(names);
        if (situation.Current is { } current)
        {
            var state = await suggestions.RefreshAsync(situation.State, current, cancel);
            situation = reading.Keep(situation, state);
        }
        if (situation.IsDue)
        {
            await TryAsync(situation, cancel);
            situation = reading.Of(names);
        }
        return Warn(situation).Status;
    }

    private async Task TryAsync(RenewalSituation situation, CancellationToken cancel)
    {
        var state = situation.State;
        var ca = CaChoice.Of(options, state.Failures, state.Rests, situation.Now);
        if (
            Rehearsal.ComesFirst(options, ca, state.Last, situation.Due.Why)
            && await RehearseAsync(situation, options.Staging!, cancel) is { } telling
        )
        {
            Fail(situation, options.Staging!, telling);
            return;
        }
        var request = new IssuanceRequest(
            situation.Names,
            ca,
            situation.Current,
            // Some CAs refuse what a replaced certificate leads to only after the order was placed.
            TellsReplaced: state.Failures < 2
        );
        switch (await RunAsync(request, cancel))
        {
            case IssuanceResult.Issued issued:
                log.Renewed(request.NamesInWords, ca.Directory.Host, issued.Generation.Note.NotAfter);
                break;
            case IssuanceResult.AlreadyRenewed already:
                log.AlreadyRenewed(request.NamesInWords, already.Generation.Name);
                break;
            case IssuanceResult.Failed { Failure: var failure } when failure.Kind != FailureKind.Busy:
                Fail(situation, ca, failure);
                break;
            default:
                break;
        }
    }

    // Null: go on to the real CA.
    private async Task<IssuanceFailure?> RehearseAsync(
        RenewalSituation situation,
        CaOptions staging,
        CancellationToken cancel
    )
    {
        var request = new IssuanceRequest(situation.Names, staging, situation.Current, IsRehearsal: true);
        switch (await RunAsync(request, cancel))
        {
            case IssuanceResult.Failed { Failure: var failure } when Rehearsal.Tells(failure):
                return failure with { Reason = $"rehearsal: {failure.Reason}" };
            case IssuanceResult.Failed { Failure: var failure }:
                log.RehearsalSaysNothing(request.NamesInWords, failure.Reason);
                return null;
            default:
                log.Rehearsed(request.NamesInWords, staging.Directory.Host);
                return null;
        }
    }

    private async Task<IssuanceResult> RunAsync(IssuanceRequest request, CancellationToken cancel)
    {
        var result = await RunUnfailinglyAsync(request, cancel);
        counts.Add(result);
        return result;
    }

    private async Task<IssuanceResult> RunUnfailinglyAsync(IssuanceRequest request, CancellationToken cancel)
    {
        try
        {
            return await issuance.RunAsync(request, cancel);
        }
#pragma warning disable CA1031 // Whatever it is: it must count as a failure, or the next tick would order again.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.Faulted(fault, request.NamesInWords);
            var reason = $"a fault of this program, please report it: {fault.GetType().Name}: {fault.Message}";
            return new IssuanceResult.Failed(new IssuanceFailure(FailureKind.Machine, reason));
        }
    }

    private void Fail(RenewalSituation situation, CaOptions ca, IssuanceFailure failure)
    {
        // An attempt may have taken minutes, and somebody may have changed what is known meanwhile.
        var now = reading.Now;
        var last = new RenewalFailure(now, ca.Section, failure.Kind, failure.Reason, failure.Link);
        var state = situation.State.After(
            last,
            failure,
            situation.Lifetime?.ShareLeftAt(now),
            options.Second is not null && ca != options.Staging,
            chance.Next()
        );
        reading.Keep(situation, state);
        var names = situation.NamesInWords;
        if (state.IsStopped)
        {
            log.PersonNeeded(names, ca.Directory.Host, failure.Link, failure.Reason);
            return;
        }
        log.NotRenewed(names, ca.Directory.Host, failure.Kind, state.Failures, state.Pause!.Until, failure.Reason);
    }

    // Once for each step: a line a minute would be read by nobody.
    private RenewalSituation Warn(RenewalSituation situation)
    {
        var stage = situation.StageToTell;
        if (situation.Lifetime is not { } lifetime || stage <= situation.State.Told)
        {
            return situation;
        }
        var level = stage >= ExpiryStage.Tenth ? LogLevel.Error : LogLevel.Warning;
        var expiry = ExpiryWarning.InWords(lifetime, situation.Now);
        log.Expires(level, situation.NamesInWords, expiry, situation.WhatIsNext);
        return reading.Keep(situation, situation.State with { Told = stage });
    }
}
