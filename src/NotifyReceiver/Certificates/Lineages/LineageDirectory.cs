namespace NotifyReceiver.Certificates.Lineages;

/// <summary>All lineages, each in a directory of its own below <c>lineages</c>.</summary>
internal sealed class LineageDirectory(CertificateOptions options)
{
    /// <param name="name">Made by <see cref="LineageName"/>.</param>
    public Lineage Open(string name) => new(Path.Combine(options.Directory, "lineages", name));

    public IReadOnlyList<Lineage> All() => throw new NotImplementedException();
}
