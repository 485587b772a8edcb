using NotifyReceiver.Certificates.Checking;

namespace NotifyReceiver.Certificates.Lineages;

/// <summary>Certificates that follow one another for the same purpose: its generations, and a pointer to the one in use.</summary>
internal sealed class Lineage(string directory)
{
    private const string PointerFile = "current";

    public string Name { get; } = Path.GetFileName(directory);

    /// <summary>The one in use; null when there is none yet.</summary>
    public Generation? Current() => throw new NotImplementedException();

    /// <summary>Every whole one that is kept, the newest first.</summary>
    public IReadOnlyList<Generation> All() => throw new NotImplementedException();

    /// <summary>
    /// Writes a new generation beside the others and points at it: one rename is the moment at which it counts. Hold the
    /// <see cref="CertificateLock"/>. Those beyond the five newest are removed.
    /// </summary>
    /// <exception cref="IOException">It could not be written; what was current still is.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be written; what was current still is.</exception>
    public Generation Commit(Candidate candidate, GenerationNote note) => throw new NotImplementedException();

    /// <summary>Makes another generation the current one.</summary>
    public void PointAt(Generation generation) => throw new NotImplementedException();
}
