using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Inserts;

/// <summary>
/// Tells whether a delivery corrects one that came before. ATIONET has no void, so sending the corrected one beside the first
/// would add fuel that does not exist; an operator decides.
/// </summary>
internal static class Correction
{
    /// <summary>
    /// A delivery that ATIONET has, may have or will get, of the same invoice or of an earlier conversion of the same notification,
    /// and that the document at hand no longer has. In words, or null.
    /// </summary>
    /// <param name="keys">The keys of all that the document yields, as a JSON array.</param>
    public static string? Find(
        SqliteConnection connection,
        string terminalCode,
        string? invoice,
        string keys,
        NotificationId? notification
    )
    {
        var earlier = connection.QueryFirstOrDefault<EarlierRow>(
            """
            SELECT seq, tank_number, product_code, occurred_at, volume, invoice_number, state
            FROM inserts
            WHERE kind = 'delivery' AND terminal_code = @terminalCode
              AND state IN ('pending', 'sending', 'accepted', 'accepted-with-warnings', 'held')
              AND key NOT IN (SELECT value FROM json_each(@keys))
              AND (
                invoice_number = @invoice
                OR seq IN (SELECT insert_seq FROM notification_inserts WHERE notification = @notification)
              )
            ORDER BY seq DESC
            LIMIT 1
            """,
            new
            {
                terminalCode,
                invoice,
                keys,
                notification = notification?.Seq,
            }
        );
        return earlier is null
            ? null
            : $"this may correct {new InsertId(earlier.Seq)}, which is {earlier.State}: invoice {earlier.InvoiceNumber ?? "-"}, "
                + $"tank {earlier.TankNumber}, product {earlier.ProductCode}, {earlier.OccurredAt}, {earlier.Volume}";
    }

    private sealed record EarlierRow(
        long Seq,
        string TankNumber,
        string ProductCode,
        string OccurredAt,
        string Volume,
        string? InvoiceNumber,
        string State
    );
}
