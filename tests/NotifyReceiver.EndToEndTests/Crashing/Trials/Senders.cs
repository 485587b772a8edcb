using System.Net.Sockets;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Crashing.Trials;

/// <summary>Many connections that post one call after the other, and keep the ledger.</summary>
internal static class Senders
{
    private const int Connections = 16;

    /// <summary>Posts until the service is gone, or <paramref name="stop"/> says so.</summary>
    public static Task PostAsync(Installation installation, Ledger ledger, CancellationToken stop = default) =>
        PostAllAsync(installation, ledger, () => stop.IsCancellationRequested ? null : ledger.Next());

    /// <summary>Posts all that nobody has acknowledged yet.</summary>
    public static Task PostUnsentAsync(Installation installation, Ledger ledger) =>
        PostAllAsync(installation, ledger, ledger.NextUnsent);

    private static Task PostAllAsync(Installation installation, Ledger ledger, Func<int?> next) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => PostInTurnAsync(installation, ledger, next)));

    private static async Task PostInTurnAsync(Installation installation, Ledger ledger, Func<int?> next)
    {
        using var caller = new RawCaller(installation);
        while (next() is { } number)
        {
            try
            {
                Enter(ledger, number, await caller.PostAsync(Calls.Of(number)));
            }
            catch (Exception gone) when (gone is IOException or SocketException)
            {
                ledger.PutBack(number, refused: false);
                return;
            }
        }
    }

    private static void Enter(Ledger ledger, int number, RawAnswer answer)
    {
        if (answer.IsTaken)
        {
            ledger.Acknowledge(number, answer.Seq!.Value);
            return;
        }
        Assert.Equal(503, answer.Status);
        Assert.True(answer.SaysWhenToRetry);
        ledger.PutBack(number, refused: true);
    }
}
