using System.Globalization;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>An insert of the outbox, as it is compared with what ATIONET has.</summary>
/// <param name="OccurredAt">The site's wall clock, as it was sent: <c>yyyy/MM/dd HH:mm:ss</c>.</param>
/// <param name="Volume">Decimal text, as it was sent; null where the row has none.</param>
/// <param name="OutcomeUnknown">Whether its last attempt left open whether ATIONET has it.</param>
internal sealed record OwnInsert(
    InsertId Id,
    RowKind Kind,
    string TerminalCode,
    string TankNumber,
    string ProductCode,
    string OccurredAt,
    string? Volume,
    string? InvoiceNumber,
    string State,
    bool OutcomeUnknown
)
{
    /// <summary>Whether ATIONET has answered that it has it.</summary>
    public bool IsAccepted => State is InsertState.Accepted or InsertState.AcceptedWithWarnings;

    /// <summary>Whether a request with it left, and no answer told what became of it.</summary>
    public bool MayBeThere => OutcomeUnknown || State is InsertState.Sending or InsertState.Verifying;

    /// <summary>Where several are the same as one row, it is the one's with the least.</summary>
    public int Claim =>
        this switch
        {
            { IsAccepted: true } => 0,
            { MayBeThere: true } => 1,
            _ => 2,
        };

    /// <summary>Null where it is no date-time, which no row that was checked has.</summary>
    public DateTime? Clock => WireText.TryParse(OccurredAt, out var clock) ? clock : null;

    public decimal? Amount =>
        decimal.TryParse(Volume, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    public override string ToString() =>
        $"{Id} (tank {TankNumber}, product {ProductCode}, {OccurredAt}, volume {Volume ?? "-"}, invoice {InvoiceNumber ?? "-"})";
}
