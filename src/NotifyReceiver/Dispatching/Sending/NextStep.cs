using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;

namespace NotifyReceiver.Dispatching.Sending;

/// <summary>What follows from an outcome. Pure: the table that keeps a delivery from being lost or sent twice.</summary>
internal static class NextStep
{
    public static AttemptRecord After(ClaimedInsert insert, Attempt attempt, DateTimeOffset now, double chance)
    {
        var retryAfter = (attempt.Outcome as Outcome.Transient)?.RetryAfter;
        var later = now + RetrySchedule.DelayAfter(insert.Attempt, chance, retryAfter);
        var detail = attempt.Outcome.Detail;
        return attempt.Outcome switch
        {
            Outcome.Accepted => Record(InsertState.Accepted, reason: null),
            Outcome.AcceptedWithWarnings => Record(InsertState.AcceptedWithWarnings, detail),
            Outcome.Refused => Record(InsertState.Refused, detail),
            Outcome.Conflict when insert.Kind == RowKind.Inventory => Record(InsertState.Refused, detail),
            Outcome.NotSent => Record(InsertState.DryRun, reason: null),
            Outcome.Unknown or Outcome.Conflict when insert.Kind == RowKind.Delivery => Record(
                InsertState.Held,
                HeldReason.OfUnknown(detail)
            ),
            Outcome.Unknown or Outcome.Transient => Record(InsertState.Pending, detail, later),
            Outcome.CredentialsRefused => Record(InsertState.Pending, detail),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
        };

        AttemptRecord Record(string state, string? reason, DateTimeOffset? due = null) =>
            new(
                insert.Id,
                insert.Attempt,
                attempt.Outcome.Name,
                attempt.Status,
                detail,
                attempt.Reply,
                state,
                reason,
                due
            );
    }
}
