using System.CommandLine;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Operations;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Cli.Deciding;

/// <summary><c>verify</c>: held deliveries are looked up at ATIONET. The service picks it up by itself.</summary>
internal static class VerifyCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var id = new Argument<string?>("id")
        {
            Description = "i23: a delivery that is held because its outcome is unknown",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var held = new Option<bool>("--held") { Description = "all of them, after Ationet:Download was set or mended" };
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "verify",
            "Looks up held deliveries at ATIONET: what is there counts as accepted, what is not is sent again."
        )
        {
            id,
            held,
            json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(id) is not null == result.GetValue(held))
            {
                result.AddError("verify takes either an id or --held");
            }
        });
        command.SetAction(
            async (parsed, _) =>
            {
                if (!Workspace.Read(settings, AtionetOptions.Read).Destinations.Any(it => it.Download is not null))
                {
                    return await CommandLine.FailAsync(
                        "nothing can be looked up: set Ationet:Download:UserName and Ationet:Download:Password",
                        ExitCode.WrongUsage
                    );
                }
                await using var database = Workspace.OpenDatabase(settings);
                return parsed.GetValue(id) is { } text
                    ? await Decision.RunAsync(
                        database,
                        text,
                        "verify",
                        parsed.GetValue(json),
                        (connection, now) => Verify(connection, text, now)
                    )
                    : await VerifyHeldAsync(database, parsed.GetValue(json));
            }
        );
        return command;
    }

    private static Decision Verify(SqliteConnection connection, string text, DateTimeOffset now)
    {
        if (Decision.Insert(connection, text) is not { } insert)
        {
            return Decision.NoSuchThing(text);
        }
        return LookingUp.Ask(connection, insert, now) is { } reason
            ? Decision.Refused(reason)
            : Decision.Done($"{insert} will be looked up at ATIONET, and sent again if it is not there");
    }

    private static async Task<int> VerifyHeldAsync(Database database, bool json)
    {
        var now = TimeProvider.System.GetUtcNow();
        var count = await database.WriteAsync(connection =>
        {
            var asked = LookingUp.AskAll(connection, now);
            if (asked > 0)
            {
                Acts.Record(connection, now, "verify", "all held deliveries");
            }
            return asked;
        });
        if (json)
        {
            Output.WriteJson(new { verifying = count });
        }
        else
        {
            await Console.Out.WriteLineAsync(
                count == 0
                    ? "no delivery is held because its outcome is unknown"
                    : $"held deliveries that will be looked up at ATIONET, and sent again if they are not there: {count}"
            );
        }
        return ExitCode.Done;
    }
}
