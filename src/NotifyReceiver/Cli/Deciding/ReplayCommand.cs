using System.CommandLine;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Notifications;
using NotifyReceiver.Operations;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Cli.Deciding;

/// <summary><c>replay</c>: notifications are converted anew, an insert is sent again. The service picks it up by itself.</summary>
internal static class ReplayCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var id = new Argument<string?>("id")
        {
            Description = "n17 (convert the notification anew) or i23 (send the insert again)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var quarantined = new Option<bool>("--quarantined")
        {
            Description =
                "converts everything anew that is quarantined, after a profile, a site or a setting was mended",
        };
        var reason = new Option<string?>("--reason")
        {
            Description = "with --quarantined: only what has this text in its reasons",
        };
        var json = JsonOption.Create("one JSON object");
        var command = new Command("replay", "Converts notifications anew, or sends an insert again.")
        {
            id,
            quarantined,
            reason,
            json,
        };
        command.Validators.Add(result =>
        {
            var one = result.GetValue(id) is not null;
            if (one == result.GetValue(quarantined))
            {
                result.AddError("replay takes either an id or --quarantined");
            }
            if (one && result.GetValue(reason) is not null)
            {
                result.AddError("--reason goes with --quarantined");
            }
        });
        command.SetAction(
            async (parsed, _) =>
            {
                await using var database = Workspace.OpenDatabase(settings);
                return parsed.GetValue(id) is { } text
                    ? await Decision.RunAsync(
                        database,
                        text,
                        "replay",
                        parsed.GetValue(json),
                        (connection, now) => Replay(connection, text, now)
                    )
                    : await ReplayQuarantinedAsync(database, parsed.GetValue(reason), parsed.GetValue(json));
            }
        );
        return command;
    }

    private static Decision Replay(SqliteConnection connection, string text, DateTimeOffset now)
    {
        if (NotificationId.Parse(text) is { } notification)
        {
            if (NotificationStore.Replay(connection, notification))
            {
                return Decision.Done($"{notification} will be converted anew");
            }
            if (NotificationStore.IsPruned(connection, notification))
            {
                return Decision.Refused(
                    $"{notification} was pruned (Retention:Days, Retention:MaxBytes): its body is gone, and nothing can be converted anew"
                );
            }
        }
        if (Decision.Insert(connection, text) is not { } insert)
        {
            return Decision.NoSuchThing(text);
        }
        return Resending.Replay(connection, insert, now) is { } reason
            ? Decision.Refused(reason)
            : Decision.Done($"{insert} will be sent");
    }

    private static async Task<int> ReplayQuarantinedAsync(Database database, string? reason, bool json)
    {
        var now = TimeProvider.System.GetUtcNow();
        var replayed = await database.WriteAsync(connection =>
        {
            var ids = NotificationStore.ReplayQuarantined(connection, reason);
            foreach (var id in ids)
            {
                Acts.Record(connection, now, "replay", id.ToString());
            }
            return ids;
        });
        if (json)
        {
            Output.WriteJson(new { replayed = replayed.Select(id => id.ToString()) });
        }
        else
        {
            var which = reason is null ? "" : $" whose reasons have '{reason}'";
            await Console.Out.WriteLineAsync(
                replayed.Count == 0
                    ? $"nothing is quarantined{which}"
                    : $"{replayed.Count} quarantined notifications{which} will be converted anew: {string.Join(", ", replayed)}"
            );
        }
        return ExitCode.Done;
    }
}
