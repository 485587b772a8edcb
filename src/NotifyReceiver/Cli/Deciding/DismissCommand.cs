using System.CommandLine;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.Fetching;

namespace NotifyReceiver.Cli.Deciding;

/// <summary><c>dismiss</c>: an operator decides that nothing is to come of a notification or an insert.</summary>
internal static class DismissCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var id = new Argument<string>("id")
        {
            Description = "i23 (never to be sent) or n17 (quarantined, and nothing is to come of it)",
        };
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "dismiss",
            "Decides that nothing is to come of an insert or a notification. It stays in the list."
        )
        {
            id,
            json,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                await using var database = Workspace.OpenDatabase(settings);
                var text = parsed.GetRequiredValue(id);
                return await Decision.RunAsync(
                    database,
                    text,
                    "dismiss",
                    parsed.GetValue(json),
                    (connection, _) => Dismiss(connection, text)
                );
            }
        );
        return command;
    }

    private static Decision Dismiss(SqliteConnection connection, string text)
    {
        if (Decision.Insert(connection, text) is { } insert)
        {
            return Of(Dismissing.Dismiss(connection, insert, Environment.UserName), text);
        }
        return NotificationId.Parse(text) is { } id && NotificationStore.StateOf(connection, id) is { } state
            ? Of(Dismiss(connection, id, state), text)
            : Decision.NoSuchThing(text);
    }

    // What was converted is decided about insert by insert.
    private static string? Dismiss(SqliteConnection connection, NotificationId id, string state)
    {
        if (state is not (NotificationState.Quarantined or NotificationState.Fetching))
        {
            return $"{id} is {state}; only what is quarantined or being fetched can be dismissed";
        }
        FetchStore.Abandon(connection, id, "dismissed");
        NotificationStore.Dismiss(connection, id, Environment.UserName);
        return null;
    }

    private static Decision Of(string? refusal, string text) =>
        refusal is null ? Decision.Done($"{text} is dismissed") : Decision.Refused(refusal);
}
