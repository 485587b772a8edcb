using Dapper;
using NotifyReceiver.Inserts;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>What the file says of the terminals of one history, read without any of the product's own queries.</summary>
internal sealed class HistoryOutbox(Database database, IReadOnlyList<string> terminals)
{
    public IReadOnlyList<Insert> All()
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection.Query<Insert>(
                """
                SELECT seq, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, state, reason,
                       outcome_unknown, due_at, tries
                FROM inserts
                WHERE terminal_code IN @terminals
                ORDER BY seq
                """,
                new { terminals }
            ),
        ];
    }

    /// <summary>What a terminal may send now, in the order in which it must.</summary>
    public IReadOnlyList<long> InOrder(string terminal, DateTimeOffset now) =>
        [
            .. All()
                .Where(it => it.TerminalCode == terminal && it.State == InsertState.Pending)
                .Where(it => UtcText.Parse(it.DueAt) is var due && (due <= now || due > now.AddMinutes(61)))
                .OrderBy(it => it.OccurredAt, StringComparer.Ordinal)
                .ThenBy(it => it.Seq)
                .Select(it => it.Seq),
        ];

    public IReadOnlyList<long> UnderWay(string terminal)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection.Query<long>(
                """
                SELECT insert_seq
                FROM requests JOIN request_inserts ON request = requests.seq JOIN inserts ON inserts.seq = insert_seq
                WHERE requests.terminal_code = @terminal AND finished_at IS NULL
                ORDER BY occurred_at, insert_seq
                """,
                new { terminal }
            ),
        ];
    }

    public bool HasTurn(string terminal)
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM terminals WHERE terminal_code = @terminal AND turn IS NOT NULL)",
            new { terminal }
        );
    }

    /// <summary>When anything of it will be due; null when nothing waits.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset now)
    {
        using var connection = database.OpenReader();
        var times = connection.Query<string>(
            """
            SELECT due_at FROM inserts WHERE terminal_code IN @terminals AND state IN ('pending', 'verifying')
            UNION ALL
            SELECT due_at FROM terminals WHERE terminal_code IN @terminals
            UNION ALL
            SELECT turn_until FROM terminals WHERE terminal_code IN @terminals AND turn IS NOT NULL
            """,
            new { terminals }
        );
        return times.Select(UtcText.Parse).Where(time => time > now).Order().Cast<DateTimeOffset?>().FirstOrDefault();
    }

    public long OpenTurnsAndRequests()
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<long>(
            """
            SELECT (SELECT count(*) FROM terminals WHERE turn IS NOT NULL AND terminal_code IN @terminals)
                   + (SELECT count(*) FROM requests WHERE finished_at IS NULL AND terminal_code IN @terminals)
            """,
            new { terminals }
        );
    }

    internal sealed record Insert(
        long Seq,
        string Kind,
        string TerminalCode,
        string TankNumber,
        string ProductCode,
        string OccurredAt,
        string? Volume,
        string? InvoiceNumber,
        string State,
        string? Reason,
        long OutcomeUnknown,
        string DueAt,
        long Tries
    )
    {
        public InsertId Id => new(Seq);

        /// <summary>All that ATIONET can tell it by.</summary>
        public string Content =>
            $"{Kind} {TerminalCode} {TankNumber} {ProductCode} {OccurredAt} {Volume} {InvoiceNumber}";
    }
}
