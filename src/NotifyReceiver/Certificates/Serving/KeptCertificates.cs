using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Serving;

/// <summary>The current certificate of each lineage, read once for each generation.</summary>
internal sealed class KeptCertificates(LineageDirectory lineages, TimeProvider clock, ILogger log)
{
    private readonly Dictionary<string, Loaded?> _loaded = new(StringComparer.Ordinal);

    /// <summary>Every lineage's current one, as it stands now.</summary>
    public async Task<IReadOnlyList<Served>> LookAsync(CancellationToken stop)
    {
        var served = new List<Served>();
        var there = lineages.All();
        foreach (var lineage in there)
        {
            if (await CurrentAsync(lineage, stop) is { } current)
            {
                served.Add(current.Served);
            }
        }
        var names = there.Select(it => it.Name).ToHashSet(StringComparer.Ordinal);
        served.AddRange(
            _loaded
                .Where(it => !names.Contains(it.Key))
                .Select(it => it.Value?.Served)
                .OfType<Served>()
                .Select(Vanished)
        );
        return served;
    }

    // Somebody has removed it, perhaps by mistake. Callers need not suffer for that before the next start.
    private static Served Vanished(Served served) =>
        served with
        {
            Generation = null,
            Warnings =
            [
                .. served.Certificate.Warnings,
                $"its directory lineages/{served.Lineage} is gone, so after a restart it is served no more",
            ],
        };

    private async Task<Loaded?> CurrentAsync(Lineage lineage, CancellationToken stop)
    {
        var pointed = lineage.Pointed();
        if (_loaded.TryGetValue(lineage.Name, out var before) && before?.Pointer == pointed?.Name && before is not null)
        {
            return before;
        }
        var loaded = await LoadAsync(lineage, pointed, stop);
        // What serves well goes on where what is on the disk has become unusable.
        _loaded[lineage.Name] = loaded ?? before;
        return loaded ?? before;
    }

    private async Task<Loaded?> LoadAsync(Lineage lineage, Generation? pointed, CancellationToken stop)
    {
        foreach (var generation in lineage.All().OrderByDescending(it => it.Name == pointed?.Name))
        {
            var (certificate, problem) = await ReadAsync(generation, stop);
            if (certificate is not null)
            {
                return new Loaded(pointed?.Name, Of(lineage, generation, certificate, pointed));
            }
            log.GenerationUnusable(generation.Directory, problem!);
        }
        return null;
    }

    private async Task<(UsableCertificate? Certificate, string? Problem)> ReadAsync(
        Generation generation,
        CancellationToken stop
    )
    {
        var result = await generation.CheckAsync(clock.GetUtcNow(), stop);
        return result.Problems.Count == 0 || result.IsOnlyOutOfDate
            ? (result.Certificate, null)
            : (null, string.Join("; ", result.Problems));
    }

    private static Served Of(Lineage lineage, Generation generation, UsableCertificate certificate, Generation? pointed)
    {
        string[] astray =
            generation.Name == pointed?.Name
                ? []
                :
                [
                    $"the pointer of {lineage.Name} names no usable certificate, so the newest that is kept is served: run 'notify-receiver cert rollback {lineage.Name} {generation.Name}' if that is right",
                ];
        return new Served(
            certificate,
            lineage.Name,
            generation.Name,
            generation.Note.From,
            [.. certificate.Warnings, .. astray]
        );
    }

    private sealed record Loaded(string? Pointer, Served Served);
}
