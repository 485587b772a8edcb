using NotifyReceiver.Ationet;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Inserts.Verifying;

namespace NotifyReceiver.Dispatching.Sending;

/// <summary>What follows for a delivery from a look at what ATIONET has. Pure.</summary>
internal static class NextLook
{
    // Where in the schedule of retries a look that brought nothing stands: about a minute.
    private const int AttemptsOfAFailedLook = 6;

    // As long may looks fail before a person is asked.
    private static readonly TimeSpan LongestWithoutLooks = TimeSpan.FromDays(1);

    /// <param name="isSettled">Whether ATIONET cannot be busy with it any more.</param>
    /// <param name="chance">From 0 up to 1: spreads those that failed together.</param>
    public static LookRecord After(
        VerifiedDelivery delivery,
        Verdict verdict,
        bool isSettled,
        StepTerms terms,
        DateTimeOffset now,
        double chance
    ) =>
        verdict switch
        {
            Verdict.Found found => Found(delivery, found, now),
            Verdict.Doubtful doubtful => new LookRecord(
                Stand(delivery, InsertState.Held, doubtful.Reason, isUnknown: true, now),
                "a person must tell"
            ),
            // What is not there yet may still be on its way.
            _ when !isSettled => LookAgain(delivery, terms, now),
            _ when WasWarnedOf(delivery) && delivery.Sent[^1].WasAlone => Refused(delivery, now),
            _ => SendAgain(delivery, terms, now, chance),
        };

    /// <summary>When ATIONET could not be asked.</summary>
    /// <param name="detail">What came instead.</param>
    public static LookRecord AfterFailure(
        VerifiedDelivery delivery,
        string detail,
        TimeSpan? retryAfter,
        DateTimeOffset now,
        double chance
    )
    {
        var delay = RetrySchedule.DelayAfter(AttemptsOfAFailedLook, chance, retryAfter);
        var waited = delivery.Waited + delay;
        var insert =
            waited < LongestWithoutLooks
                ? Stand(delivery, InsertState.Verifying, delivery.Reason, isUnknown: true, now + delay)
                : Stand(
                    delivery,
                    InsertState.Held,
                    HeldReason.OfUnknown(delivery.Reason, $"it could not be looked up ({detail})"),
                    isUnknown: true,
                    now
                );
        return new LookRecord(insert with { Waited = waited }, "not known");
    }

    /// <summary>When ATIONET will not be asked.</summary>
    /// <param name="why">Why not.</param>
    public static LookRecord Never(VerifiedDelivery delivery, string why, DateTimeOffset now) =>
        new(
            Stand(delivery, InsertState.Held, HeldReason.OfUnknown(delivery.Reason, why), isUnknown: true, now),
            "not known"
        );

    private static bool WasWarnedOf(VerifiedDelivery delivery) =>
        delivery.Sent is [.., { Outcome: Outcome.AcceptedWithWarnings.Word }];

    private static LookRecord Found(VerifiedDelivery delivery, Verdict.Found found, DateTimeOffset now) =>
        new(
            WasWarnedOf(delivery)
                ? Stand(delivery, InsertState.AcceptedWithWarnings, delivery.Reason, isUnknown: false, now)
                : Stand(delivery, InsertState.Accepted, reason: null, isUnknown: false, now),
            $"ATIONET has it{(found.Row.Id is { } id ? $", as {id}" : "")}"
        );

    private static LookRecord LookAgain(VerifiedDelivery delivery, StepTerms terms, DateTimeOffset now) =>
        new(
            Stand(delivery, InsertState.Verifying, delivery.Reason, isUnknown: true, now + terms.Settle) with
            {
                Waited = delivery.Waited + terms.Settle,
            },
            "ATIONET does not have it yet"
        );

    // It was the one that ATIONET warned of, and it would be again.
    private static LookRecord Refused(VerifiedDelivery delivery, DateTimeOffset now) =>
        new(
            Stand(delivery, InsertState.Refused, $"{delivery.Reason}; ATIONET does not have it", isUnknown: false, now),
            "ATIONET does not have it"
        );

    private static LookRecord SendAgain(VerifiedDelivery delivery, StepTerms terms, DateTimeOffset now, double chance)
    {
        const string Found = "ATIONET does not have it";
        var sends = delivery.Sent.Count == 0 ? "it is sent" : "it is sent again";
        return delivery.Waited < terms.RetryFor
            ? new LookRecord(
                Stand(
                    delivery,
                    InsertState.Pending,
                    $"{delivery.Reason}; ATIONET does not have it, so {sends}",
                    isUnknown: false,
                    now + RetrySchedule.DelayAfter(delivery.Tries, chance, retryAfter: null)
                ),
                Found
            )
            : new LookRecord(
                Stand(
                    delivery,
                    InsertState.Held,
                    HeldReason.OfGivenUp($"{delivery.Reason}; ATIONET does not have it", delivery.Waited),
                    isUnknown: false,
                    now
                ),
                Found
            );
    }

    private static InsertRecord Stand(
        VerifiedDelivery delivery,
        string state,
        string? reason,
        bool isUnknown,
        DateTimeOffset due
    ) => new(delivery.Insert.Id, state, reason, isUnknown, due, delivery.Tries, delivery.Waited, MostTogether: 1);
}
