using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>Watermarks, and what an unfinished run has been through. What takes a connection runs inside the writer's transaction.</summary>
internal sealed class CatchUpStore(Database database)
{
    private const string DayFormat = "yyyy-MM-dd";

    // What a run has been through may be replaced in the meantime, and its beginning is the next watermark.
    private static readonly TimeSpan LongestInterruption = TimeSpan.FromDays(1);

    public IReadOnlyList<Watermark> Watermarks()
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<WatermarkRow>(
                    """
                    SELECT location, document_type, first_day, caught_up_at, tried_at, failure
                    FROM watermarks
                    ORDER BY location, document_type
                    """
                )
                .Select(row => row.ToWatermark()),
        ];
    }

    /// <summary>
    /// Where the watermark stands; its first day is <paramref name="today"/> where there is none yet, or where a clock that
    /// was wrong left a day to come.
    /// </summary>
    public Watermark WatermarkOf(string location, string documentType, DateOnly today)
    {
        using var connection = database.OpenReader();
        var found = connection
            .QueryFirstOrDefault<WatermarkRow>(
                """
                SELECT location, document_type, first_day, caught_up_at, tried_at, failure
                FROM watermarks
                WHERE location = @location AND document_type = @documentType
                """,
                new { location, documentType }
            )
            ?.ToWatermark();
        return found switch
        {
            null => new Watermark(location, documentType, today, CaughtUpAt: null, TriedAt: null, Failure: null),
            _ when found.FirstDay > today => found with { FirstDay = today },
            _ => found,
        };
    }

    /// <summary>Begins a run, or goes on with one from the same day that was interrupted not long ago.</summary>
    public Task<CatchUpRun> BeginAsync(Watermark watermark, DateOnly since, DateTimeOffset now) =>
        database.WriteAsync(connection =>
        {
            var parameters = new
            {
                watermark.Location,
                watermark.DocumentType,
                firstDay = TextOf(watermark.FirstDay),
                since = TextOf(since),
                now = UtcText.Of(now),
                oldest = UtcText.Of(now - LongestInterruption),
            };
            connection.Execute(
                """
                INSERT INTO watermarks (location, document_type, first_day) VALUES (@Location, @DocumentType, @firstDay)
                ON CONFLICT DO UPDATE SET first_day = min(first_day, @firstDay);

                DELETE FROM catch_up_runs
                WHERE location = @Location AND document_type = @DocumentType
                  AND (started_at < @oldest OR started_at > @now);

                INSERT INTO catch_up_runs (location, document_type, since_day, started_at)
                VALUES (@Location, @DocumentType, @since, @now)
                ON CONFLICT DO NOTHING
                """,
                parameters
            );
            var run = connection.QueryFirst<RunRow>(
                """
                SELECT seq, started_at
                FROM catch_up_runs
                WHERE location = @Location AND document_type = @DocumentType AND since_day = @since
                """,
                parameters
            );
            return new CatchUpRun(run.Seq, UtcText.Parse(run.StartedAt), SeenIn(connection, run.Seq));
        });

    /// <summary>Nothing happens where the run is gone: another process may have brought it to its end.</summary>
    public static void MarkSeen(SqliteConnection connection, CatchUpRun run, string path, bool isTakenIn) =>
        connection.Execute(
            """
            INSERT INTO catch_up_seen (run, path, taken_in)
            SELECT seq, @path, @isTakenIn FROM catch_up_runs WHERE seq = @Seq
            ON CONFLICT DO NOTHING
            """,
            new
            {
                run.Seq,
                path,
                isTakenIn,
            }
        );

    /// <summary>The run has been through everything, and is forgotten.</summary>
    /// <param name="caughtUpAt">Up to when all is here now; null where something could not be taken in, or was not looked at.</param>
    /// <param name="failure">What could not be taken in.</param>
    public Task EndAsync(
        CatchUpRun run,
        Watermark watermark,
        DateTimeOffset? caughtUpAt,
        string? failure,
        DateTimeOffset now
    ) =>
        database.WriteAsync(connection =>
        {
            connection.Execute("DELETE FROM catch_up_runs WHERE seq = @Seq", new { run.Seq });
            Tried(connection, watermark, caughtUpAt, failure, now);
        });

    /// <summary>The run was interrupted, and will go on.</summary>
    public Task InterruptAsync(Watermark watermark, string failure, DateTimeOffset now) =>
        database.WriteAsync(connection => Tried(connection, watermark, caughtUpAt: null, failure, now));

    private static void Tried(
        SqliteConnection connection,
        Watermark watermark,
        DateTimeOffset? caughtUpAt,
        string? failure,
        DateTimeOffset now
    ) =>
        connection.Execute(
            """
            UPDATE watermarks
            SET caught_up_at = CASE
                  WHEN @caughtUpAt > coalesce(caught_up_at, '') THEN @caughtUpAt
                  WHEN @caughtUpAt IS NOT NULL AND caught_up_at > @now THEN @caughtUpAt
                  ELSE caught_up_at
                END,
                tried_at = @now,
                failure = @failure
            WHERE location = @Location AND document_type = @DocumentType
            """,
            new
            {
                watermark.Location,
                watermark.DocumentType,
                caughtUpAt = caughtUpAt is { } time ? UtcText.Of(time) : null,
                failure,
                now = UtcText.Of(now),
            }
        );

    private static Dictionary<string, bool> SeenIn(SqliteConnection connection, long run) =>
        connection
            .Query<SeenRow>("SELECT path, taken_in FROM catch_up_seen WHERE run = @run", new { run })
            .ToDictionary(row => row.Path, row => row.TakenIn != 0, StringComparer.Ordinal);

    private static string TextOf(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private sealed record RunRow(long Seq, string StartedAt);

    private sealed record SeenRow(string Path, long TakenIn);

    private sealed record WatermarkRow(
        string Location,
        string DocumentType,
        string FirstDay,
        string? CaughtUpAt,
        string? TriedAt,
        string? Failure
    )
    {
        public Watermark ToWatermark() =>
            new(
                Location,
                DocumentType,
                DateOnly.ParseExact(FirstDay, DayFormat, CultureInfo.InvariantCulture),
                CaughtUpAt is null ? null : UtcText.Parse(CaughtUpAt),
                TriedAt is null ? null : UtcText.Parse(TriedAt),
                Failure
            );
    }
}
