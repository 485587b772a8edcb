using System.Collections.Concurrent;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Manual;

namespace NotifyReceiver.Certificates.Serving;

/// <summary>
/// What is shown to callers now. A look takes in what has changed on the disk and publishes it as one: a handshake sees the
/// certificates before it or after it, whole, and those before stay usable for the handshakes that began with them.
/// </summary>
internal sealed class ServedCertificates(
    CertificateOptions options,
    LineageDirectory lineages,
    ManualIntake manual,
    TimeProvider clock,
    ILogger<ServedCertificates> log
) : IDisposable
{
    private readonly OwnCertificate _own = new(options, clock);
    private readonly KeptCertificates _kept = new(lineages, clock, log);
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly ConcurrentQueue<Served> _news = [];
    private volatile Selection? _selection;

    /// <exception cref="InvalidOperationException">Nobody has looked yet.</exception>
    public Selection Current => _selection ?? throw new InvalidOperationException("no certificate was looked for yet");

    /// <summary>Takes in what stands on the disk now.</summary>
    public async Task LookAsync(Look look, CancellationToken stop)
    {
        await _looking.WaitAsync(stop);
        try
        {
            await manual.LookAsync(look, stop);
            Publish(await ServedNowAsync(stop));
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Tells the log what has been served since the last time. Not as soon as it is: a start may still fail.</summary>
    public void Tell()
    {
        while (_news.TryDequeue(out var news))
        {
            var names = string.Join(", ", news.Certificate.Names);
            log.Serves(names, news.Source, news.From, news.Certificate.NotAfter, news.Certificate.Sha256);
            foreach (var warning in news.Warnings)
            {
                log.Warns(news.From, warning);
            }
        }
    }

    private async Task<IReadOnlyList<Served>> ServedNowAsync(CancellationToken stop)
    {
        var drops = manual
            .Drops.DistinctBy(drop => drop.Lineage, StringComparer.Ordinal)
            .ToDictionary(drop => drop.Lineage, StringComparer.Ordinal);
        var kept = await _kept.LookAsync(stop);
        List<Served> served =
        [
            .. kept.Where(it => drops.GetValueOrDefault(it.Lineage)?.Unkept is null).Select(it => Told(it, drops)),
            .. drops.Values.Where(drop => drop.Unkept is not null).Select(Unkept),
        ];
        if (served.Count == 0)
        {
            served.Add(await _own.LookAsync(stop));
        }
        return served;
    }

    private Served Told(Served served, Dictionary<string, DropState> drops)
    {
        if (served.Source != LineageName.Manual || manual.Trouble is not null)
        {
            return served;
        }
        return drops.TryGetValue(served.Lineage, out var drop)
            ? served with
            {
                Warnings = With(served.Warnings, Exposure.Of(drop.Drop)),
            }
            : served with
            {
                IsOrphan = true,
                Warnings = With(
                    served.Warnings,
                    $"its files are gone from {options.Directory}/manual; the kept copy is served where there is nothing else"
                ),
            };
    }

    private static Served Unkept(DropState drop) =>
        new(
            drop.Unkept!,
            drop.Lineage,
            Generation: null,
            drop.Drop.CertificateFile,
            With(With(drop.Unkept!.Warnings, Exposure.Of(drop.Drop)), drop.Trouble)
        );

    private static IReadOnlyList<string> With(IReadOnlyList<string> warnings, string? another) =>
        another is null ? warnings : [.. warnings, another];

    private void Publish(IReadOnlyList<Served> served)
    {
        var before = _selection;
        var selection = Selection.Of(served, options.Names.FirstOrDefault(), clock.GetUtcNow());
        if (before is not null && before.IsSameAs(selection))
        {
            return;
        }
        _selection = selection;
        foreach (var news in selection.All.Where(it => before?.All.Any(it.IsSameAs) != true))
        {
            _news.Enqueue(news);
        }
    }

    public void Dispose() => _looking.Dispose();
}
