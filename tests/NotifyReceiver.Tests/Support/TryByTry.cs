using Dapper;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Support;

/// <summary>Moves a clock only while nothing is under way: a request that it jumps over would run out of time.</summary>
internal static class TryByTry
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>From one try to the next, until it has come to that.</summary>
    public static async Task AdvanceUntilAsync(RunningReceiver receiver, ManualClock clock, Func<bool> shown)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = receiver.Database.NextCommit;
            if (shown())
            {
                return;
            }
            if (NextTry(receiver, clock) is { } due)
            {
                clock.Advance(due - clock.GetUtcNow());
                // Wakes the workers that look at the clock.
                await receiver.Database.WriteAsync(_ => { });
                continue;
            }
            await next.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (patience.IsCancellationRequested)
            {
                Assert.Fail($"it never came to that; inserts: {string.Join("; ", receiver.Inserts.List(null, 20))}");
            }
        }
    }

    // Null while anything is under way or due: it would run out of time while the clock is moved.
    private static DateTimeOffset? NextTry(RunningReceiver receiver, ManualClock clock)
    {
        using var connection = receiver.Database.OpenReader();
        var due = connection.ExecuteScalar<string?>(
            """
            SELECT min(due_at)
            FROM (
              SELECT due_at FROM fetches WHERE state = 'pending'
              UNION ALL
              SELECT CASE state WHEN 'sending' THEN '' ELSE max(inserts.due_at, coalesce(terminals.due_at, '')) END
              FROM inserts LEFT JOIN terminals USING (terminal_code)
              WHERE state IN ('pending', 'sending', 'verifying')
              UNION ALL
              SELECT '' FROM notifications WHERE state = 'pending'
            )
            """
        );
        return due is { Length: > 0 } && UtcText.Parse(due) is var time && time > clock.GetUtcNow() ? time : null;
    }
}
