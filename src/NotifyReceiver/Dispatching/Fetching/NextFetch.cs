using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Fetching;

namespace NotifyReceiver.Dispatching.Fetching;

/// <summary>What follows from a fetch that brought nothing. Pure.</summary>
/// <param name="DueAt">When to try again; null when that would change nothing.</param>
internal sealed record NextFetch(string Reason, DateTimeOffset? DueAt)
{
    // A notification may overtake the document that it names.
    private const int MostTriesOfMissing = 8;

    private static readonly TimeSpan WhileAccountIsRefused = TimeSpan.FromMinutes(15);

    /// <param name="chance">From 0 up to 1: spreads those that failed together.</param>
    public static NextFetch After<T>(DueFetch fetch, Answer<T> answer, DateTimeOffset now, double chance)
    {
        var tries = fetch.Attempts + 1;
        return answer switch
        {
            Answer<T>.Missing missing when tries >= MostTriesOfMissing => new NextFetch(missing.Detail, DueAt: null),
            Answer<T>.Missing missing => new NextFetch(missing.Detail, Later(retryAfter: null)),
            Answer<T>.Failed failed => new NextFetch(failed.Detail, Later(failed.RetryAfter)),
            Answer<T>.Refused refused => new NextFetch(refused.Detail, DueAt: null),
            Answer<T>.AccountRefused refused => new NextFetch(refused.Detail, now + WhileAccountIsRefused),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
        };

        DateTimeOffset Later(TimeSpan? retryAfter) => now + RetrySchedule.DelayAfter(tries, chance, retryAfter);
    }
}
