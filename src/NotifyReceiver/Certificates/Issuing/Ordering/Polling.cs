using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Certificates.Acme.Problems;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>Asks a CA again and again, as it wishes to be asked, until something is settled.</summary>
internal sealed class Polling(TimeProvider clock)
{
    private const int MostTroubles = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] Pauses = [.. new[] { 1, 1, 2, 3, 5 }.Select(s => TimeSpan.FromSeconds(s))];

    /// <summary>The settled value, or what stood in the way. Null with no problem: it did not settle in time.</summary>
    /// <param name="retryAfter">How long the CA asked to be left alone with the value.</param>
    public async Task<(T? Settled, AcmeProblem? Problem)> UntilAsync<T>(
        Func<CancellationToken, Task<Answer<T>>> ask,
        Func<T, bool> isSettled,
        Func<T, TimeSpan?> retryAfter,
        CancellationToken cancel
    )
        where T : class
    {
        var began = clock.GetTimestamp();
        var troubles = 0;
        var asked = 0;
        while (true)
        {
            var (value, problem) = await ask(cancel);
            if (value is not null && isSettled(value))
            {
                return (value, null);
            }
            if (problem is not null && (!MayPass(problem) || ++troubles == MostTroubles))
            {
                return (null, problem);
            }
            if (clock.GetElapsedTime(began) > Patience)
            {
                return (null, problem);
            }
            var wished = value is null ? problem!.RetryAfter : retryAfter(value);
            await Task.Delay(Pause(asked++, wished), clock, cancel);
        }
    }

    /// <summary>Whether to ask again soon: the connection broke, or the CA stumbled.</summary>
    public static bool MayPass(AcmeProblem problem) =>
        problem.Kind is ProblemKind.Unreachable or ProblemKind.Garbage or ProblemKind.ServerTrouble
        && (problem.RetryAfter ?? TimeSpan.Zero) <= LongestPause;

    private static TimeSpan Pause(int asked, TimeSpan? wished)
    {
        var usual = Pauses[Math.Min(asked, Pauses.Length - 1)];
        var pause = wished > usual ? wished.Value : usual;
        return pause < LongestPause ? pause : LongestPause;
    }
}
