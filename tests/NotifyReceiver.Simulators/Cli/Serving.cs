namespace NotifyReceiver.Simulators.Cli;

internal static class Serving
{
    private const int CannotListen = 4;

    /// <summary>Runs a simulator until the user ends the program.</summary>
    public static async Task<int> RunAsync<T>(
        Func<Task<T>> start,
        Func<T, string> introduce,
        CancellationToken cancellationToken
    )
        where T : IAsyncDisposable
    {
        // The command line takes Ctrl+C over once this method has returned to it; only then may the address appear.
        await Task.Yield();
        T simulator;
        try
        {
            simulator = await start();
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync($"Cannot listen: {e.Message} Choose another port with --port.");
            return CannotListen;
        }

        await using (simulator)
        {
            await Console.Out.WriteLineAsync(introduce(simulator));
            await UntilCancelledAsync(cancellationToken);
        }

        return 0;
    }

    private static async Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource();
        await using var _ = cancellationToken.Register(ended.SetResult);
        await ended.Task;
    }
}
