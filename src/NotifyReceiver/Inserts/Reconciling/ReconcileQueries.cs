using Dapper;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>What the outbox has of a terminal, to be compared with what ATIONET has.</summary>
internal sealed class ReconcileQueries(Database database)
{
    internal const string BetweenTimes = $"""
        SELECT {OwnInsertRow.Columns}
        FROM inserts
        WHERE terminal_code = @terminalCode AND kind = @kind AND occurred_at BETWEEN @from AND @to
        ORDER BY occurred_at, seq
        """;

    /// <summary>
    /// Those of one terminal between two wall clocks, both meant, in whatever state: what was never sent may be there because
    /// somebody entered it.
    /// </summary>
    public IReadOnlyList<OwnInsert> Between(string terminalCode, RowKind kind, DateTime from, DateTime to)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<OwnInsertRow>(
                    BetweenTimes,
                    new
                    {
                        terminalCode,
                        kind = InsertKind.Of(kind),
                        from = WireText.Of(from),
                        to = WireText.Of(to),
                    }
                )
                .Select(row => row.ToOwnInsert()),
        ];
    }
}
