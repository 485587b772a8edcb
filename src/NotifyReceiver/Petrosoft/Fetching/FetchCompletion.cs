using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>Settles a notification once nothing that it names is still to be fetched.</summary>
internal static class FetchCompletion
{
    public static void Check(SqliteConnection connection, NotificationId notification)
    {
        var fetches = connection
            .Query<FetchRow>(
                "SELECT path, kind, state, reason FROM fetches WHERE notification = @Seq ORDER BY line",
                new { notification.Seq }
            )
            .ToList();
        if (fetches.Exists(fetch => fetch.State == "pending"))
        {
            return;
        }
        var told = fetches
            .Where(fetch => fetch.Reason is not null)
            .Select(fetch => $"{DueFetch.NameOf(fetch.Path, fetch.Kind == "subscription")}: {fetch.Reason}")
            .ToList();
        var (state, reasons) = fetches switch
        {
            _ when fetches.Exists(fetch => fetch.State == "failed") => (NotificationState.Quarantined, told),
            [{ Kind: "subscription" }] => (NotificationState.Noted, ["the subscription is confirmed"]),
            _ => (NotificationState.Fetched, told),
        };
        NotificationStore.Settle(connection, notification, state, [.. NotesOf(connection, notification), .. reasons]);
    }

    // What was noted when its shape was recognised stays.
    private static string[] NotesOf(SqliteConnection connection, NotificationId notification) =>
        connection
            .QueryFirst<string?>("SELECT reason FROM notifications WHERE seq = @Seq", new { notification.Seq })
            ?.Split('\n')
        ?? [];

    private sealed record FetchRow(string Path, string Kind, string State, string? Reason);
}
