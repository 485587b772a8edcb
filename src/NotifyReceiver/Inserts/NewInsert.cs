using System.Text.Json;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts;

/// <summary>A row on its way into the outbox, with the key that says which insert it is.</summary>
/// <param name="Key">
/// Made of what identifies it (kind, terminal, tank, product, date-time, volume, invoice), so that the same document, from
/// whichever path, yields the same key. ATIONET takes no key of a client's, so it never leaves this database.
/// </param>
/// <param name="RowJson">The row of <c>Trama</c> as it will be sent.</param>
internal sealed record NewInsert(string Key, string TerminalCode, Row Row, string RowJson)
{
    /// <summary>
    /// Gives each row of one document its key. Two delivery lines may be alike in everything, two compartments of a truck into
    /// one tank: they count as first and second, in this document as in its copy. Two readings that are alike are one.
    /// </summary>
    public static IReadOnlyList<NewInsert> FromDocument(string terminalCode, IReadOnlyList<Row> rows)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var inserts = new List<NewInsert>();
        foreach (var row in rows)
        {
            var alike = KeyOf(terminalCode, row, occurrence: 1);
            var occurrence = seen[alike] = seen.GetValueOrDefault(alike) + 1;
            var key = row.Kind == RowKind.Delivery ? KeyOf(terminalCode, row, occurrence) : alike;
            inserts.Add(new NewInsert(key, terminalCode, row, row.ToJson()));
        }
        return inserts;
    }

    private static string KeyOf(string terminalCode, Row row, int occurrence) =>
        JsonSerializer.Serialize(
            new object?[]
            {
                (int)row.Kind,
                terminalCode,
                row["TankNumber"],
                row["ProductCode"],
                row.OccurredAt,
                row.Volume,
                row["InvoiceNumber"],
                occurrence,
            }
        );
}
