using NotifyReceiver.Benchmarks.Ingesting;
using NotifyReceiver.Benchmarks.Measuring;

namespace NotifyReceiver.Benchmarks.Peers;

/// <summary>How fast calls are taken and kept by what a user might take instead.</summary>
internal static class AgainstPeers
{
    private static readonly IReadOnlyList<int> Connections = [8, 64];

    public static readonly Benchmark Benchmark = new(
        "peers",
        """
        the same calls, columns and client as in ingest, to the product and to what a user might take instead, each with the same key,
        certificate, unique ids and synchronous=FULL. Installs them from their registries into the temporary directory first, which
        takes minutes; what does not install is left out.
        """,
        RunAsync,
        OnlyByName: true
    );

    private static async Task<Table> RunAsync(Scale scale)
    {
        var peers = new List<Contender>();
        foreach (var peer in Peer.All)
        {
            if (await peer.InstallAsync())
            {
                peers.Add(peer.ToContender());
            }
        }
        return await Ingest.CompareAsync(
            scale,
            Connections,
            [Contender.Ceiling, Contender.Ingest(history: null), .. Contender.Services(history: null), .. peers]
        );
    }
}
