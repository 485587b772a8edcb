using System.Globalization;
using Dapper;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Inserts.Reconciling;

/// <summary>Inserts of ours, and rows as ATIONET lists them.</summary>
internal static class Listed
{
    public const string Terminal = OutboxOnDisk.Terminal;
    public const string Site = "SITE1";

    /// <summary>A delivery that was sent, and of which it is not known whether ATIONET has it.</summary>
    public static OwnInsert Delivery(
        int id = 1,
        string volume = "15898.729",
        string tank = "01",
        string at = "2026/01/15 04:31:12",
        string? invoice = "INV1",
        string state = InsertState.Verifying
    ) =>
        new(
            new InsertId(id),
            RowKind.Delivery,
            Terminal,
            tank,
            "001",
            at,
            volume,
            invoice,
            state,
            OutcomeUnknown: state is InsertState.Verifying
        );

    public static OwnInsert Inventory(
        int id = 1,
        string? volume = "23084.955",
        string at = "2026/01/15 21:58:30",
        string state = InsertState.Accepted
    ) => Delivery(id, "0", at: at, invoice: null, state: state) with { Kind = RowKind.Inventory, Volume = volume };

    /// <summary>The row that ATIONET has of it, when it has it.</summary>
    public static DownloadedRow Row(OwnInsert own, string? id = null)
    {
        var row = new DownloadedRow(
            own.Kind,
            id ?? $"row-of-{own.Id}",
            own.TerminalCode,
            Site,
            own.TankNumber,
            own.ProductCode,
            FuelMasterCode: "777",
            Clock(own.OccurredAt),
            own.Volume is null ? null : decimal.Parse(own.Volume, CultureInfo.InvariantCulture),
            own.InvoiceNumber,
            Json: ""
        );
        return row with { Json = row.ToString() };
    }

    public static DateTime Clock(string text) =>
        DateTime.ParseExact(text, "yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The same moved on.</summary>
    public static DownloadedRow MovedOn(this DownloadedRow row, TimeSpan by) =>
        row with
        {
            OccurredAt = row.OccurredAt + by,
        };

    /// <summary>Puts it into the outbox.</summary>
    /// <param name="key">One of its own.</param>
    public static Task<int> AddAsync(Database database, OwnInsert own, string key) =>
        database.WriteAsync(connection =>
            connection.Execute(
                """
                INSERT INTO inserts
                  (key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, state,
                   outcome_unknown, due_at, created_at, is_dry, row)
                VALUES
                  (@key, @kind, @TerminalCode, @TankNumber, @ProductCode, @OccurredAt, @Volume, @InvoiceNumber, @State,
                   @OutcomeUnknown, '', '', 0, '{}')
                """,
                new
                {
                    key,
                    kind = InsertKind.Of(own.Kind),
                    own.TerminalCode,
                    own.TankNumber,
                    own.ProductCode,
                    own.OccurredAt,
                    own.Volume,
                    own.InvoiceNumber,
                    own.State,
                    own.OutcomeUnknown,
                }
            )
        );
}
