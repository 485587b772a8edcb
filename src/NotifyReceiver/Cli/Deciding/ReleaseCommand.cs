using System.CommandLine;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Deciding;

namespace NotifyReceiver.Cli.Deciding;

/// <summary><c>release</c>: an operator has looked, and has an insert sent that only a person can decide about.</summary>
internal static class ReleaseCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var id = new Argument<string>("id") { Description = "i23: an insert that is held, refused or dismissed" };
        var difference = new Option<bool>("--difference")
        {
            Description =
                "sends only what it has more than the delivery that it corrects, and that ATIONET has accepted",
        };
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "release",
            "Sends an insert that is held: you have looked in ATIONET's portal, and it is not there."
        )
        {
            id,
            difference,
            json,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                await using var database = Workspace.OpenDatabase(settings);
                var text = parsed.GetRequiredValue(id);
                var onlyDifference = parsed.GetValue(difference);
                return await Decision.RunAsync(
                    database,
                    text,
                    onlyDifference ? "release the difference" : "release",
                    parsed.GetValue(json),
                    (connection, now) => Release(connection, text, onlyDifference, now)
                );
            }
        );
        return command;
    }

    private static Decision Release(SqliteConnection connection, string text, bool onlyDifference, DateTimeOffset now)
    {
        if (Decision.Insert(connection, text) is not { } insert)
        {
            return Decision.NoSuchThing(text);
        }
        var (sent, refusal) = onlyDifference
            ? Resending.ReleaseDifference(connection, insert, now)
            : Resending.Release(connection, insert, now);
        return sent is null ? Decision.Refused(refusal!) : Decision.Done(sent);
    }
}
