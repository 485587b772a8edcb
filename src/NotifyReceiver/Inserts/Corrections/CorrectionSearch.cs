using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Inserts.Corrections;

/// <summary>
/// Tells whether a delivery corrects one that came before. ATIONET has no void, so sending the corrected one beside the first
/// would add fuel that does not exist; an operator decides.
/// </summary>
/// <param name="keys">The keys of all that the document at hand yields: none of these is an earlier version.</param>
/// <param name="versions">The notifications whose deliveries this document may correct, besides those of the same invoice.</param>
internal sealed class CorrectionSearch(
    SqliteConnection connection,
    IEnumerable<string> keys,
    IEnumerable<long> versions
)
{
    // The plus signs keep SQLite from reading through all deliveries of a terminal: it is to go by the invoice and the versions.
    public const string Statement = $"""
        SELECT seq, tank_number, product_code, occurred_at, volume, invoice_number, state
        FROM inserts
        WHERE +kind = 'delivery' AND +terminal_code = @terminalCode
          AND (state IN ('pending', 'held') OR {InsertState.IsOrMayBeThere})
          AND key NOT IN (SELECT value FROM json_each(@keys))
          AND (
            invoice_number = @invoice
            OR seq IN (
              SELECT insert_seq FROM notification_inserts WHERE notification IN (SELECT value FROM json_each(@versions))
            )
          )
        ORDER BY seq IN (SELECT value FROM json_each(@matched)),
                 tank_number = @tankNumber AND product_code = @productCode DESC,
                 product_code = @productCode DESC,
                 seq DESC
        LIMIT 1
        """;

    private readonly string _keys = JsonSerializer.Serialize(keys);
    private readonly string _versions = JsonSerializer.Serialize(versions);
    private readonly HashSet<long> _matched = [];

    /// <summary>
    /// A delivery that the document no longer has, the likest first: of the same tank and product, of the same product, of the
    /// same invoice; each of several is matched once before any is matched twice.
    /// </summary>
    public Correction? Of(string terminalCode, string tankNumber, string productCode, string? invoice)
    {
        var earlier = connection.QueryFirstOrDefault<EarlierRow>(
            Statement,
            new
            {
                terminalCode,
                tankNumber,
                productCode,
                invoice,
                keys = _keys,
                versions = _versions,
                matched = JsonSerializer.Serialize(_matched),
            }
        );
        if (earlier is null)
        {
            return null;
        }
        _matched.Add(earlier.Seq);
        return new Correction(new InsertId(earlier.Seq), $"this may correct {earlier}");
    }

    /// <summary>In words, what ATIONET has of earlier versions that this document no longer has and that nothing corrects.</summary>
    public IReadOnlyList<string> LeftAtAtionet() =>
        [
            .. connection
                .Query<EarlierRow>(
                    $"""
                    SELECT seq, tank_number, product_code, occurred_at, volume, invoice_number, state
                    FROM inserts AS earlier
                    WHERE kind = 'delivery' AND {InsertState.IsOrMayBeThere}
                      AND key NOT IN (SELECT value FROM json_each(@keys))
                      AND seq IN (
                        SELECT insert_seq FROM notification_inserts WHERE notification IN (SELECT value FROM json_each(@versions))
                      )
                      AND NOT EXISTS (
                        SELECT 1 FROM inserts WHERE corrects = earlier.seq AND state NOT IN ('withdrawn', 'dismissed')
                      )
                    ORDER BY seq
                    """,
                    new { keys = _keys, versions = _versions }
                )
                .Select(earlier =>
                    $"this document no longer has {earlier}; ATIONET has no way to take a delivery back, so correct it in the portal"
                ),
        ];

    private sealed record EarlierRow(
        long Seq,
        string TankNumber,
        string ProductCode,
        string OccurredAt,
        string Volume,
        string? InvoiceNumber,
        string State
    )
    {
        public override string ToString() =>
            $"{new InsertId(Seq)}, which is {State}: invoice {InvoiceNumber ?? "-"}, tank {TankNumber}, product {ProductCode}, {OccurredAt}, {Volume}";
    }
}
