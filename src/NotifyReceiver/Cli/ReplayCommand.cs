using System.CommandLine;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Operations;

namespace NotifyReceiver.Cli;

/// <summary><c>replay</c>: a notification is converted anew, an insert is sent again. The service picks it up by itself.</summary>
internal static class ReplayCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var id = new Argument<string>("id")
        {
            Description = "n17 (convert the notification anew) or i23 (send the insert again)",
        };
        var confirm = new Option<bool>("--confirm")
        {
            Description = "send a held delivery although ATIONET may have it: you have looked, and it does not",
        };
        var json = JsonOption.Create("one JSON object");
        var command = new Command("replay", "Converts a notification anew, or sends an insert again.")
        {
            id,
            confirm,
            json,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                await using var database = Workspace.OpenDatabase(settings);
                var text = parsed.GetRequiredValue(id);
                var (code, message) = await database.WriteAsync(connection =>
                    Replay(connection, text, parsed.GetValue(confirm))
                );
                if (code != ExitCode.Done)
                {
                    return await CommandLine.FailAsync(message, code);
                }
                if (parsed.GetValue(json))
                {
                    Output.WriteJson(new { id = text, message });
                }
                else
                {
                    await Console.Out.WriteLineAsync(message);
                }
                return code;
            }
        );
        return command;
    }

    private static (int Code, string Message) Replay(SqliteConnection connection, string text, bool confirmed)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (NotificationId.Parse(text) is { } notification && NotificationStore.Replay(connection, notification))
        {
            Acts.Record(connection, now, "replay", text);
            return (ExitCode.Done, $"{notification} will be converted anew");
        }
        if (InsertId.Parse(text) is not { } insert || Resending.StateOf(connection, insert) is not { } state)
        {
            return (ExitCode.NotFound, $"there is nothing called '{text}'; 'list' shows what there is");
        }
        if (Resending.Try(connection, insert, state, confirmed, now) is { } reason)
        {
            return (ExitCode.Failed, reason);
        }
        Acts.Record(connection, now, confirmed ? "replay, confirmed" : "replay", text);
        return (ExitCode.Done, $"{insert} will be sent");
    }
}
