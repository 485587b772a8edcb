using NotifyReceiver.Benchmarks.Ingesting;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Benchmarks.Serving;

namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>Posts to a server on the file; what is posted counts as done when nothing of it waits any more.</summary>
internal sealed class PostedFile : IMeasured
{
    private const int Connections = 64;

    private readonly ServerProcess _server;
    private readonly Load _load;

    private PostedFile(ServerProcess server, Load load)
    {
        _server = server;
        _load = load;
    }

    /// <param name="ids">Which ids the calls have.</param>
    /// <param name="posting">What is posted; null is what no profile recognises.</param>
    public static async Task<IMeasured> OpenAsync(
        GrownFile file,
        ServedSide side,
        Func<GrownFile, Func<long>> ids,
        Scale scale,
        Posting? posting = null
    )
    {
        var server = await ServerProcess.StartAsync(side, Path.GetDirectoryName(file.Directory)!);
        // Calls that another measure has left behind.
        await server.SettleAsync();
        await server.RestAsync();
        var load = new Load(posting ?? Posting.Unknown, Connections, scale.Turn, scale.Calls, ids(file));
        return new PostedFile(server, load);
    }

    public async Task<double> TakeAsync()
    {
        var turn = await IngestTurn.TakeAsync(_server, () => _load.OnKeptConnectionsAsync(_server.Address));
        return turn.Loaded.Calls / (turn.Loaded.Elapsed + turn.Behind).TotalSeconds;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
