using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Deciding;

/// <summary>A delivery of what a corrected one has more than the one that ATIONET has accepted.</summary>
internal static class OnlyTheDifference
{
    private const string Volume = "TotalVolume";
    private const string VolumeTC = "TotalVolumeTC";

    // What was measured before and after the whole delivery says nothing of the difference.
    private static readonly string[] LeftOut =
    [
        "Starting",
        "Ending",
        $"{FieldTable.DeliveryNotes}.Physical",
        $"{FieldTable.DeliveryNotes}.Compensated",
    ];

    /// <summary>The row to send, or why there is none and what to do instead.</summary>
    public static (Row? Row, string? Problem) Of(SqliteConnection connection, DecidedInsert later)
    {
        if (later.Corrects is not { } first || DecidedInsert.Find(connection, new InsertId(first)) is not { } earlier)
        {
            return (null, $"{later.Id} corrects nothing, so there is no difference to send");
        }
        var (row, problem) = WhyNotKnown(connection, earlier, later) is { } unknown
            ? (null, unknown)
            : Between(earlier, later);
        return row is null ? (null, $"{problem}; correct it in the portal and dismiss {later.Id}") : (row, null);
    }

    // A difference is one to what ATIONET has, and that is known only of a delivery that it has and that nothing else corrects:
    // another correction was sent, or will be, or the delivery was corrected in the portal instead.
    private static string? WhyNotKnown(SqliteConnection connection, DecidedInsert earlier, DecidedInsert later)
    {
        if (earlier.State is not (InsertState.Accepted or InsertState.AcceptedWithWarnings))
        {
            return $"{earlier.Id} is {earlier.State}, so it is not known what ATIONET has of it";
        }
        var other = connection.QueryFirstOrDefault<OtherRow>(
            """
            SELECT seq, state
            FROM inserts
            WHERE corrects = @earlier AND seq <> @later AND state <> 'withdrawn'
            ORDER BY seq
            LIMIT 1
            """,
            new { earlier = earlier.Id.Seq, later = later.Id.Seq }
        );
        return other is null
            ? null
            : $"{new InsertId(other.Seq)}, which is {other.State}, corrects {earlier.Id} as well, "
                + "so it is not known to what there is a difference";
    }

    private static (Row? Row, string? Problem) Between(DecidedInsert earlier, DecidedInsert later)
    {
        if ((earlier.TankNumber, earlier.ProductCode) != (later.TankNumber, later.ProductCode))
        {
            return (
                null,
                $"{later.Id} is of another tank or product than {earlier.Id}, so there is no difference to send"
            );
        }
        var (before, after) = (earlier.Document, later.Document);
        if (More(before, after, Volume) is not { } volume || volume <= 0)
        {
            return (
                null,
                $"the difference to {earlier.Id} is not above zero, and ATIONET has no way to take a delivery back"
            );
        }
        var values = after
            .Values.Where(field => !LeftOut.Any(start => field.Key.StartsWith(start, StringComparison.Ordinal)))
            .ToDictionary(StringComparer.Ordinal);
        values[Volume] = WireText.Of(volume);
        values.Remove(VolumeTC);
        if (More(before, after, VolumeTC) is > 0 and { } compensated)
        {
            values[VolumeTC] = WireText.Of(compensated);
        }
        return (new Row(RowKind.Delivery, values), null);
    }

    private static decimal? More(Row before, Row after, string field) =>
        before[field] is { } earlier && after[field] is { } later
            ? decimal.Parse(later, CultureInfo.InvariantCulture) - decimal.Parse(earlier, CultureInfo.InvariantCulture)
            : null;

    private sealed record OtherRow(long Seq, string State);
}
