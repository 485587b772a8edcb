using System.Collections.Frozen;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Serving;

/// <summary>Which certificate is shown to whom: by the name that the client asks for, exactly, then by wildcard, then the default. Never changes.</summary>
internal sealed class Selection
{
    private const string Wildcard = "*.";

    private readonly FrozenDictionary<string, Served> _byName;
    private readonly FrozenDictionary<string, Served> _byParent;

    private Selection(IReadOnlyList<Served> ranked, string? defaultName)
    {
        All = ranked;
        _byName = FirstOfEach(ranked, name => name.StartsWith(Wildcard, StringComparison.Ordinal) ? null : name);
        _byParent = FirstOfEach(
            ranked,
            name => name.StartsWith(Wildcard, StringComparison.Ordinal) ? name[Wildcard.Length..] : null
        );
        Default = (defaultName is null ? null : Named(defaultName.ToLowerInvariant())) ?? ranked[0];
    }

    /// <summary>The best first.</summary>
    public IReadOnlyList<Served> All { get; }

    /// <summary>For clients that name no host, or one that no certificate is for.</summary>
    public Served Default { get; }

    /// <param name="served">One at least. Of those for the same name, the valid go first, then by source, then the newest.</param>
    /// <param name="defaultName">The name whose certificate is the default; null: the best of all.</param>
    public static Selection Of(IEnumerable<Served> served, string? defaultName, DateTimeOffset now) =>
        new(
            [
                .. served
                    .OrderByDescending(it => it.Certificate.IsValidAt(now))
                    .ThenBy(it => it.Rank)
                    .ThenByDescending(it => it.Lineage == LineageName.ForDrop("tls"))
                    .ThenByDescending(it => it.Certificate.NotBefore)
                    .ThenBy(it => it.Lineage, StringComparer.Ordinal),
            ],
            defaultName
        );

    /// <param name="serverName">In lower case; null when the client names none.</param>
    public Served For(string? serverName) => (serverName is null ? null : Named(serverName)) ?? Default;

    /// <summary>Whether there is one for this name, so that who asks for it need not be content with the default.</summary>
    public bool Covers(string name) => Named(name.ToLowerInvariant()) is not null;

    public bool IsSameAs(Selection other) =>
        All.Count == other.All.Count && All.Zip(other.All).All(pair => pair.First.IsSameAs(pair.Second));

    private Served? Named(string name)
    {
        if (_byName.TryGetValue(name, out var exact))
        {
            return exact;
        }
        var point = name.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? null : _byParent.GetValueOrDefault(name[(point + 1)..]);
    }

    private static FrozenDictionary<string, Served> FirstOfEach(IEnumerable<Served> ranked, Func<string, string?> keyOf)
    {
        var first = new Dictionary<string, Served>(StringComparer.Ordinal);
        foreach (var served in ranked)
        {
            foreach (var key in served.Certificate.Names.Select(keyOf).OfType<string>())
            {
                first.TryAdd(key, served);
            }
        }
        return first.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
