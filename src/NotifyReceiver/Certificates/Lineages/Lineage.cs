using System.Globalization;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Certificates.Lineages;

/// <summary>Certificates that follow one another for the same purpose: its generations, and a pointer to the one in use.</summary>
internal sealed class Lineage(string directory)
{
    private const int MostKept = 5;
    private const int PrintLength = 8;

    private readonly string _pointer = Path.Combine(directory, "current");
    private readonly string _passedOver = Path.Combine(directory, "passed-over");

    public string Name { get; } = Path.GetFileName(directory);

    public bool IsThere => Directory.Exists(directory);

    /// <summary>The one in use: that which the pointer names, or the newest where the pointer names none; null when there is none yet.</summary>
    public Generation? Current() => Pointed() ?? All().FirstOrDefault();

    /// <summary>The one that the pointer names; null when it names none that is whole.</summary>
    public Generation? Pointed() =>
        Line(_pointer) is { } name && name == Path.GetFileName(name)
            ? GenerationFiles.Find(Path.Combine(directory, name))
            : null;

    /// <summary>Every whole one that is kept, the newest first.</summary>
    public IReadOnlyList<Generation> All() =>
        IsThere
            ?
            [
                .. Directory
                    .EnumerateDirectories(directory)
                    .Select(GenerationFiles.Find)
                    .OfType<Generation>()
                    .OrderByDescending(generation => generation.Name, StringComparer.Ordinal),
            ]
            : [];

    /// <summary>
    /// Writes a new generation beside the others and points at it: one rename is the moment at which it counts. Hold the
    /// <see cref="CertificateLock"/>. The same certificate again is not written again. Those beyond the five newest are removed.
    /// </summary>
    /// <exception cref="IOException">It could not be written; what was current still is.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be written; what was current still is.</exception>
    public Generation Commit(Candidate candidate, GenerationNote note)
    {
        var generation = All().FirstOrDefault(kept => kept.Note.Sha256 == note.Sha256) ?? Write(candidate, note);
        PointAt(generation);
        foreach (var old in All().Where(kept => kept.Name != generation.Name).Skip(MostKept - 1))
        {
            Directory.Delete(old.Directory, recursive: true);
        }
        return generation;
    }

    /// <summary>Makes another generation the current one.</summary>
    /// <exception cref="IOException">It could not be written; what was current still is.</exception>
    public void PointAt(Generation generation) => OwnerOnly.Write(_pointer, generation.Name + "\n");

    /// <summary>Removes one that must not be used again. The one in use stays.</summary>
    public void Forget(Generation generation)
    {
        if (generation.Name != Current()?.Name)
        {
            Directory.Delete(generation.Directory, recursive: true);
        }
    }

    /// <summary>The digest of an admin's files that were rolled back from, and are not taken again; null where there are none.</summary>
    public string? PassedOver => Line(_passedOver);

    public void PassOver(string digest) => OwnerOnly.Write(_passedOver, digest + "\n");

    private Generation Write(Candidate candidate, GenerationNote note)
    {
        var time = note.Committed.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var path = Path.Combine(directory, $"{time}-{note.Sha256[..PrintLength]}");
        OwnerOnly.CreateDirectory(directory);
        GenerationFiles.Write(path, candidate, note);
        return GenerationFiles.Find(path)!;
    }

    private static string? Line(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } line ? line : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
