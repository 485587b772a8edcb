using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Dispatching.Destinations;

/// <summary>Which destinations refused the credentials: kept, so that no restart tries them again until the account locks.</summary>
internal sealed class StopStore(Database database)
{
    public IReadOnlyList<Stop> All()
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<StopRow>(
                    "SELECT destination, purpose, stopped_at, reason, credentials FROM stops ORDER BY destination, purpose"
                )
                .Select(row => row.ToStop()),
        ];
    }

    public Task AddAsync(Stop stop) =>
        database.WriteAsync(connection =>
        {
            connection.Execute(
                """
                INSERT INTO stops (destination, purpose, stopped_at, reason, credentials)
                VALUES (@Destination, @Purpose, @at, @Reason, @Credentials)
                ON CONFLICT DO UPDATE
                SET stopped_at = excluded.stopped_at, reason = excluded.reason, credentials = excluded.credentials
                """,
                new
                {
                    stop.Destination,
                    stop.Purpose,
                    at = UtcText.Of(stop.StoppedAt),
                    stop.Reason,
                    stop.Credentials,
                }
            );
        });

    public Task EndAsync(Stop stop) =>
        database.WriteAsync(connection =>
        {
            connection.Execute(
                "DELETE FROM stops WHERE destination = @Destination AND purpose = @Purpose",
                new { stop.Destination, stop.Purpose }
            );
        });

    /// <summary>An operator's wish to try again. Runs inside the writer's transaction.</summary>
    /// <param name="destination">Its name; null for all.</param>
    /// <returns>What was stopped: destination and purpose.</returns>
    public static IReadOnlyList<(string Destination, string Purpose)> Resume(
        SqliteConnection connection,
        string? destination
    ) =>
        [
            .. connection.Query<(string, string)>(
                "DELETE FROM stops WHERE @destination IS NULL OR destination = @destination RETURNING destination, purpose",
                new { destination }
            ),
        ];

    private sealed record StopRow(
        string Destination,
        string Purpose,
        string StoppedAt,
        string Reason,
        string Credentials
    )
    {
        public Stop ToStop() => new(Destination, Purpose, UtcText.Parse(StoppedAt), Reason, Credentials);
    }
}
