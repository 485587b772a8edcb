using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Turns;

/// <summary>
/// The right to send for a terminal, which one sender has at a time, in whatever process it runs. It ends when it is given back or,
/// should its holder die, when its time is over. Runs inside the writer's transaction.
/// </summary>
/// <param name="Until">Past it somebody else may take the turn; nothing may be sent any more.</param>
internal sealed record Turn(string TerminalCode, string Id, DateTimeOffset Until)
{
    /// <summary>
    /// How long a turn lasts, should its holder die; whoever is alive gives it back long before. One that claims to last longer was
    /// taken before the clock was set back.
    /// </summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>The value of <c>@longestTurn</c>: a clock that is set back by a moment ends nobody's turn.</summary>
    public static string Longest(DateTimeOffset now) => UtcText.Of(now + Length + TimeSpan.FromMinutes(1));

    /// <summary>SQL that holds where nobody has the turn of a row of <c>terminals</c>.</summary>
    public const string IsFree = "(turn IS NULL OR turn_until <= @now OR turn_until > @longestTurn)";

    /// <summary>Null when somebody else has it.</summary>
    public static Turn? Take(SqliteConnection connection, string terminalCode, DateTimeOffset now)
    {
        var turn = new Turn(terminalCode, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), now + Length);
        var taken = connection.Execute(
            $"""
            INSERT INTO terminals (terminal_code, turn, turn_until, due_at) VALUES (@TerminalCode, @Id, @until, @now)
            ON CONFLICT DO UPDATE SET turn = excluded.turn, turn_until = excluded.turn_until WHERE {IsFree}
            """,
            new
            {
                turn.TerminalCode,
                turn.Id,
                until = UtcText.Of(turn.Until),
                now = UtcText.Of(now),
                longestTurn = Longest(now),
            }
        );
        return taken == 0 ? null : turn;
    }

    /// <summary>False when its time is over and somebody else has taken it.</summary>
    public bool IsHeld(SqliteConnection connection) =>
        connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM terminals WHERE terminal_code = @TerminalCode AND turn = @Id)",
            new { TerminalCode, Id }
        );

    /// <param name="failures">Requests of the terminal that failed in passing, one after the other.</param>
    /// <param name="dueAt">When the terminal may send again.</param>
    public void GiveBack(SqliteConnection connection, int failures, DateTimeOffset dueAt) =>
        connection.Execute(
            """
            UPDATE terminals
            SET turn = NULL, turn_until = NULL, failures = @failures, due_at = @due
            WHERE terminal_code = @TerminalCode AND turn = @Id
            """,
            new
            {
                TerminalCode,
                Id,
                failures,
                due = UtcText.Of(dueAt),
            }
        );

    /// <summary>The same, where nothing was sent.</summary>
    public void GiveBack(SqliteConnection connection) =>
        connection.Execute(
            "UPDATE terminals SET turn = NULL, turn_until = NULL WHERE terminal_code = @TerminalCode AND turn = @Id",
            new { TerminalCode, Id }
        );
}
