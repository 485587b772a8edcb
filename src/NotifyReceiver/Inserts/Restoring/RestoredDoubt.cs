using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Restoring;

/// <summary>
/// Whether ATIONET may have a delivery from a time of which this database knows nothing, because it was restored from an earlier copy.
/// Runs inside the writer's transaction.
/// </summary>
internal static class RestoredDoubt
{
    private const string MayConcern = """
        (
          deliveries_until > @occurredAt
          OR EXISTS (SELECT 1 FROM inserts WHERE seq = @insert AND created_at <= restored_at)
        )
        """;

    /// <param name="occurredAt">The station's wall clock, as ATIONET takes it.</param>
    /// <param name="insert">Null for one that is new.</param>
    /// <returns>In words; null when there is no such doubt, or ATIONET was asked since.</returns>
    public static string? Of(SqliteConnection connection, string occurredAt, long? insert)
    {
        var restore = connection.QueryFirstOrDefault<RestoreRow>(
            $"""
            SELECT restored_at, copied_at
            FROM restores
            WHERE {MayConcern} AND NOT EXISTS (
              SELECT 1
              FROM request_inserts JOIN requests ON request = requests.seq
              WHERE insert_seq = @insert AND started_at > restored_at AND (purpose = 'insert' OR outcome = 'answered')
            )
            ORDER BY seq DESC
            LIMIT 1
            """,
            new { occurredAt, insert }
        );
        return restore is null ? null : InWords(UtcText.Parse(restore.CopiedAt), UtcText.Parse(restore.RestoredAt));
    }

    /// <param name="copiedAt">Until when the copy knows what happened.</param>
    public static string InWords(DateTimeOffset copiedAt, DateTimeOffset restoredAt) =>
        $"it may have been sent between {UtcText.Of(copiedAt)} and {UtcText.Of(restoredAt)}, of which the restored database knows nothing";

    /// <summary>
    /// The times, a day apart, at which a delivery may have been sent without this database knowing of it. Whoever looks for it must
    /// ask for those too.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset> MaybeSentAt(
        SqliteConnection connection,
        string occurredAt,
        long insert
    ) =>
        [
            .. connection
                .Query<RestoreRow>(
                    $"SELECT restored_at, copied_at FROM restores WHERE {MayConcern}",
                    new { occurredAt, insert }
                )
                .SelectMany(restore => Days(UtcText.Parse(restore.CopiedAt), UtcText.Parse(restore.RestoredAt))),
        ];

    private static IEnumerable<DateTimeOffset> Days(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = from; day < to; day = day.AddDays(1))
        {
            yield return day;
        }
        yield return to;
    }

    private sealed record RestoreRow(string RestoredAt, string CopiedAt);
}
