using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Inserts.Corrections;

/// <summary>
/// Takes out of the outbox what an earlier version, or an earlier conversion, of a document yielded, what ATIONET never took, and
/// what the document no longer yields: it must not go out beside what it yields now.
/// </summary>
internal static class Withdrawal
{
    /// <summary>By the inserts of these notifications alone: the outbox of years must not be read through at each conversion.</summary>
    public const string Statement = """
        UPDATE inserts
        SET state = 'withdrawn', reason = @reason
        WHERE (state IN ('pending', 'refused', 'dry-run') OR (state = 'held' AND NOT outcome_unknown))
          AND key NOT IN (SELECT value FROM json_each(@keys))
          AND seq IN (
            SELECT insert_seq
            FROM notification_inserts
            WHERE line IS NOT NULL AND notification IN (SELECT value FROM json_each(@replaced))
          )
          AND (
            kind = 'delivery'
            OR seq IN (
              SELECT insert_seq
              FROM notification_inserts
              WHERE line IS NOT NULL AND notification IN (SELECT value FROM json_each(@known))
            )
          )
          AND NOT EXISTS (
            SELECT 1
            FROM notification_inserts
            WHERE insert_seq = seq AND line IS NOT NULL AND notification NOT IN (SELECT value FROM json_each(@replaced))
          )
        """;

    /// <param name="keys">The keys of all that the document yields now.</param>
    public static void Of(SqliteConnection connection, DocumentVersions versions, IEnumerable<string> keys) =>
        // A reading that was fetched from the same path, and whose profile tells no identity, is another reading.
        connection.Execute(
            Statement,
            new
            {
                reason = $"its document, as {versions.Id} has it, no longer yields it",
                keys = JsonSerializer.Serialize(keys),
                known = JsonSerializer.Serialize(versions.Known),
                replaced = JsonSerializer.Serialize(
                    versions.HasIdentity ? versions.Known : [.. versions.Known, .. versions.AtPath]
                ),
            }
        );
}
