using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Operations;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Cli.Deciding;

/// <summary>What an operator decides about one thing, written down with the act itself.</summary>
/// <param name="Code">Of <see cref="ExitCode"/>.</param>
/// <param name="Message">What was done, or why not.</param>
internal sealed record Decision(int Code, string Message)
{
    public static Decision Done(string message) => new(ExitCode.Done, message);

    public static Decision Refused(string why) => new(ExitCode.Failed, why);

    public static Decision NoSuchThing(string id) =>
        new(ExitCode.NotFound, $"there is nothing called '{id}'; 'list' shows what there is");

    /// <summary>The insert of that id, if there is one.</summary>
    public static InsertId? Insert(SqliteConnection connection, string id) =>
        InsertId.Parse(id) is { } insert && DecidedInsert.Find(connection, insert) is not null ? insert : null;

    /// <summary>Decides inside one transaction, records the act, and tells the operator.</summary>
    public static async Task<int> RunAsync(
        Database database,
        string id,
        string act,
        bool json,
        Func<SqliteConnection, DateTimeOffset, Decision> decide
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        var decision = await database.WriteAsync(connection =>
        {
            var made = decide(connection, now);
            if (made.Code == ExitCode.Done)
            {
                Acts.Record(connection, now, act, id);
            }
            return made;
        });
        if (decision.Code != ExitCode.Done)
        {
            return await CommandLine.FailAsync(decision.Message, decision.Code);
        }
        if (json)
        {
            Output.WriteJson(new { id, message = decision.Message });
        }
        else
        {
            await Console.Out.WriteLineAsync(decision.Message);
        }
        return ExitCode.Done;
    }
}
