using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Turns;

namespace NotifyReceiver.Dispatching.Sending;

/// <summary>What follows from the outcome of a request. Pure: the table that keeps a delivery from being lost or sent twice.</summary>
/// <param name="attempt">What came back.</param>
/// <param name="pause">How long the host is left alone now, whoever asks.</param>
/// <param name="chance">From 0 up to 1: spreads those that failed together.</param>
internal sealed class NextStep(
    Claim.Send claim,
    Attempt attempt,
    StepTerms terms,
    TimeSpan pause,
    DateTimeOffset now,
    double chance
)
{
    /// <summary>As often may one insert fail in passing before those behind it go past it.</summary>
    public const int MostTriesInFront = 8;

    // As often may several fail together before they are sent in smaller company, should one of them be the trouble.
    private const int MostTriesTogether = 3;

    private readonly bool _isAlone = claim.Inserts.Count == 1;
    private readonly TimeSpan _delay = RetrySchedule.DelayAfter(
        claim.Failures + 1,
        chance,
        (attempt.Outcome as Outcome.Transient)?.RetryAfter
    );

    private string Detail => attempt.Outcome.Detail;

    public RequestRecord ToRecord()
    {
        var failed = attempt.Outcome is Outcome.Transient or Outcome.Unknown;
        var inserts = claim.Inserts.Select(After).ToList();
        var goesOn = !failed || (_isAlone && inserts[0].DueAt > now && inserts[0].State == InsertState.Pending);
        return new RequestRecord(
            claim,
            attempt.Outcome.Name,
            attempt.Status,
            Detail,
            attempt.Reply,
            inserts,
            failed ? claim.Failures + 1 : FailuresAfter(),
            goesOn ? now : now + _delay
        );
    }

    // No answer of the terminal's own: it says nothing of how the terminal fares.
    private int FailuresAfter() =>
        attempt.Outcome is Outcome.Unreachable or Outcome.Throttled or Outcome.CredentialsRefused ? claim.Failures : 0;

    private InsertRecord After(ClaimedInsert insert) =>
        attempt.Outcome switch
        {
            Outcome.Accepted => Done(insert, InsertState.Accepted, reason: null),
            // The warnings may be that it was not processed.
            Outcome.AcceptedWithWarnings when MayBePart || CanBeLookedUp => Verify(insert),
            Outcome.AcceptedWithWarnings => Done(insert, InsertState.AcceptedWithWarnings, Detail),
            Outcome.NotSent => Done(insert, InsertState.DryRun, reason: null),
            Outcome.Refused when MayBePart => Verify(insert),
            Outcome.Refused when !_isAlone => InSmallerCompany(insert),
            Outcome.Refused => Done(insert, InsertState.Refused, Detail),
            Outcome.Conflict when claim.Kind == RowKind.Delivery => Verify(insert),
            Outcome.Conflict when !_isAlone => InSmallerCompany(insert),
            Outcome.Conflict => Done(insert, InsertState.Refused, Detail),
            Outcome.CredentialsRefused => Waiting(insert, now, insert.Tries, TimeSpan.Zero, insert.MostTogether),
            Outcome.Throttled or Outcome.Unreachable => Waiting(insert, now, insert.Tries, pause, insert.MostTogether),
            Outcome.Unknown when claim.Kind == RowKind.Delivery => Verify(insert),
            // It may have been taken before the host failed: where that can be looked up, it costs no more than time; where it cannot,
            // a single one is taken at the host's word, and several are not.
            Outcome.Transient when MayBePart || CanBeLookedUp => Verify(insert),
            Outcome.Transient or Outcome.Unknown => Again(insert),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
        };

    private bool CanBeLookedUp => claim.Kind == RowKind.Delivery && terms.WhyNoLooks is null;

    // Of several deliveries some may have been taken, and ATIONET does not say which.
    private bool MayBePart => claim.Kind == RowKind.Delivery && !_isAlone;

    private InsertRecord Done(ClaimedInsert insert, string state, string? reason) =>
        new(insert.Id, state, reason, OutcomeUnknown: false, now, insert.Tries, insert.Waited, MostTogether: null);

    private InsertRecord Waiting(ClaimedInsert insert, DateTimeOffset due, int tries, TimeSpan delay, int? together)
    {
        var waited = insert.Waited + delay;
        return waited < terms.RetryFor
            ? new(insert.Id, InsertState.Pending, Detail, OutcomeUnknown: false, due, tries, waited, together)
            : new(
                insert.Id,
                InsertState.Held,
                HeldReason.OfGivenUp(Detail, waited),
                // Only where the host itself failed at it can it be there all the same.
                claim.Kind == RowKind.Delivery
                    && attempt.Outcome is Outcome.Transient,
                now,
                tries,
                waited,
                together
            );
    }

    private InsertRecord Again(ClaimedInsert insert)
    {
        var tries = insert.Tries + 1;
        if (!_isAlone)
        {
            return Waiting(insert, now, tries, _delay, tries >= MostTriesTogether ? Half : insert.MostTogether);
        }
        return Waiting(insert, tries >= MostTriesInFront ? now + _delay : now, tries, _delay, together: 1);
    }

    private InsertRecord InSmallerCompany(ClaimedInsert insert) =>
        Waiting(insert, now, insert.Tries, TimeSpan.Zero, Half);

    private int Half => (claim.Inserts.Count + 1) / 2;

    private InsertRecord Verify(ClaimedInsert insert)
    {
        var first = StepTerms.FirstLook < terms.Settle ? StepTerms.FirstLook : terms.Settle;
        return terms.WhyNoLooks is { } why
            ? Unknown(insert, InsertState.Held, HeldReason.OfUnknown(Detail, why), TimeSpan.Zero)
            : Unknown(insert, InsertState.Verifying, Detail, first);
    }

    private InsertRecord Unknown(ClaimedInsert insert, string state, string reason, TimeSpan delay) =>
        new(
            insert.Id,
            state,
            reason,
            OutcomeUnknown: true,
            now + delay,
            insert.Tries + 1,
            insert.Waited + delay,
            MostTogether: 1
        );
}
