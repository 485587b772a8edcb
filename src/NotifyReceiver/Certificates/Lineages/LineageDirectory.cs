namespace NotifyReceiver.Certificates.Lineages;

/// <summary>All lineages, each in a directory of its own below <c>lineages</c>.</summary>
internal sealed class LineageDirectory(CertificateOptions options)
{
    private readonly string _root = Path.Combine(options.Directory, "lineages");

    /// <param name="name">Made by <see cref="LineageName"/>.</param>
    public Lineage Open(string name) => new(Path.Combine(_root, name));

    public IReadOnlyList<Lineage> All() =>
        Directory.Exists(_root)
            ?
            [
                .. Directory
                    .EnumerateDirectories(_root)
                    .Order(StringComparer.Ordinal)
                    .Select(directory => new Lineage(directory)),
            ]
            : [];
}
