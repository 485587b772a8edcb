using NotifyReceiver.Benchmarks.Growing;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Benchmarks.Serving;

namespace NotifyReceiver.Benchmarks.Ingesting;

/// <param name="Posting">What it is posted.</param>
/// <param name="StartAsync">Starts it on a directory of its own.</param>
internal sealed record Contender(string Name, Posting Posting, Func<string, Task<ServerProcess>> StartAsync)
{
    public static readonly Contender Ceiling = Of("ceiling: stores nothing", ServedSide.Ceiling, Posting.Unknown);

    public static readonly Contender CommitEach = Of("commit each, Dapper", ServedSide.CommitEach, Posting.Unknown);

    public static readonly Contender CommitEachLocked = Of(
        "commit each, locked",
        ServedSide.CommitEachLocked,
        Posting.Unknown
    );

    /// <param name="history">What it has stored before; null is nothing.</param>
    public static Contender Ingest(FilledFile? history) =>
        Of("product: ingest alone", ServedSide.Ingest, Posting.Unknown, history);

    /// <inheritdoc cref="Ingest"/>
    public static IReadOnlyList<Contender> Services(FilledFile? history) =>
        [
            Of("product, quarantining", ServedSide.Service, Posting.Unknown, history),
            Of("product, converting", ServedSide.Service, Posting.Invoice, history),
        ];

    private static Contender Of(string name, ServedSide side, Posting posting, FilledFile? history = null) =>
        new(
            name,
            posting,
            directory =>
            {
                history?.CopyTo(Path.Combine(directory, "data"));
                return ServerProcess.StartAsync(side, directory);
            }
        );
}
