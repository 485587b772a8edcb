using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Restoring;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Verifying;

/// <summary>A delivery that ATIONET may have, and that is to be looked up there.</summary>
/// <param name="Reason">Why it is not known whether ATIONET has it.</param>
/// <param name="Sent">The requests that it had a part in, the oldest first.</param>
/// <param name="MaybeSentAt">Times at which it may have been sent besides, unknown to this database.</param>
/// <param name="Tries">How often sending it has failed in passing.</param>
/// <param name="Waited">How long it has waited between tries and looks.</param>
internal sealed record VerifiedDelivery(
    OwnInsert Insert,
    string Reason,
    IReadOnlyList<SentRequest> Sent,
    IReadOnlyList<DateTimeOffset> MaybeSentAt,
    int Tries,
    TimeSpan Waited
)
{
    // As many as one answer of ATIONET's may well serve.
    private const int MostTogether = 50;

    private const string Unexplained = "its outcome is not known";

    public const string DueOnes = $"""
        SELECT {OwnInsertRow.Columns}, tries, reason, waited_seconds
        FROM inserts
        WHERE state = 'verifying' AND terminal_code = @terminalCode AND {Turns.Due.Is}
        ORDER BY due_at, seq
        LIMIT @most
        """;

    // What was sent on other days would have ATIONET list weeks at once.
    private static readonly TimeSpan Near = TimeSpan.FromDays(1);

    /// <summary>The first that is due, and those of about the same days, inside the writer's transaction.</summary>
    public static IReadOnlyList<VerifiedDelivery> Due(
        SqliteConnection connection,
        string terminalCode,
        DateTimeOffset now
    )
    {
        var due = connection
            .Query<OwnInsertRow, StandRow, VerifiedDelivery>(
                DueOnes,
                (own, stand) =>
                    stand.With(
                        own.ToOwnInsert(),
                        SentRequest.Of(connection, own.Seq),
                        RestoredDoubt.MaybeSentAt(connection, own.OccurredAt, own.Seq)
                    ),
                new
                {
                    terminalCode,
                    now = UtcText.Of(now),
                    far = Turns.Due.Far(now),
                    most = MostTogether,
                },
                splitOn: "tries"
            )
            .ToList();
        return due.FindAll(delivery => delivery.IsNear(due[0]));
    }

    /// <summary>Leaves to a person what this program cannot look up.</summary>
    public static void HoldAll(SqliteConnection connection, string terminalCode, string why)
    {
        var waiting = connection
            .Query<ReasonRow>(
                "SELECT seq, reason FROM inserts WHERE state = 'verifying' AND terminal_code = @terminalCode",
                new { terminalCode }
            )
            .ToList();
        foreach (var row in waiting)
        {
            connection.Execute(
                "UPDATE inserts SET state = 'held', reason = @reason, outcome_unknown = 1 WHERE seq = @Seq",
                new { row.Seq, reason = HeldReason.OfUnknown(row.Reason ?? Unexplained, why) }
            );
        }
    }

    private bool IsNear(VerifiedDelivery other) =>
        Insert.Clock is { } clock
        && other.Insert.Clock is { } others
        && (clock - others).Duration() <= Near
        && Sent.All(sent => other.Sent.Any(it => (it.At - sent.At).Duration() <= Near));

    private sealed record StandRow(long Tries, string? Reason, long WaitedSeconds)
    {
        public VerifiedDelivery With(
            OwnInsert insert,
            IReadOnlyList<SentRequest> sent,
            IReadOnlyList<DateTimeOffset> maybeSentAt
        ) => new(insert, Reason ?? Unexplained, sent, maybeSentAt, (int)Tries, TimeSpan.FromSeconds(WaitedSeconds));
    }

    private sealed record ReasonRow(long Seq, string? Reason);
}
