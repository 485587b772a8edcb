using System.Text;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Support;

/// <summary>Puts rows into an outbox as a conversion does, without a document that yields them.</summary>
internal static class Filling
{
    public static async Task<NotificationId> NotificationAsync(
        Database database,
        string body,
        DateTimeOffset receivedAt
    )
    {
        var call = new ReceivedCall(
            receivedAt,
            body,
            "key 1",
            null,
            null,
            "[]"u8.ToArray(),
            Encoding.UTF8.GetBytes(body)
        );
        return (await new CallInbox(database).AddAsync(call)).Id;
    }

    /// <param name="identity">What later versions of the document have too.</param>
    /// <returns>What an operator should know.</returns>
    public static Task<IReadOnlyList<string>> FillAsync(
        Database database,
        NotificationId notification,
        string terminalCode,
        string? identity,
        bool isDryRun,
        IReadOnlyList<Row> rows,
        DateTimeOffset now
    ) =>
        database.WriteAsync(connection =>
        {
            NotificationStore.Identify(connection, notification, "document", "profile", "12345", identity);
            var versions = DocumentVersions.Find(connection, notification);
            var inserts = NewInsert.FromDocument(terminalCode, rows);
            var notes = new Outbox(connection, versions, inserts, isDryRun, now).Fill();
            NotificationStore.Settle(connection, notification, NotificationState.Converted, notes);
            return notes;
        });

    public static Row Delivery(
        string volume,
        string at = "2026/01/15 04:31:00",
        string tank = "01",
        string product = "001",
        string? invoice = "INV1"
    )
    {
        var values = Values(tank, product, ("CreatedDateTime", at), ("TotalVolume", volume));
        if (invoice is not null)
        {
            values["InvoiceNumber"] = invoice;
        }
        return new Row(RowKind.Delivery, values);
    }

    public static Row Inventory(string volume, string at = "2026/01/15 21:58:30", string tank = "01") =>
        new(RowKind.Inventory, Values(tank, "001", ("DateTime", at), ("Volume", volume)));

    private static Dictionary<string, string> Values(
        string tank,
        string product,
        params IEnumerable<(string Field, string Value)> values
    ) =>
        values
            .Append(("TankNumber", tank))
            .Append(("ProductCode", product))
            .ToDictionary(it => it.Item1, it => it.Item2, StringComparer.Ordinal);
}
