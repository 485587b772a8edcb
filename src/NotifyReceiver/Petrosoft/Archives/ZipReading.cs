using System.IO.Compression;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Petrosoft.Archives;

internal static class ZipReading
{
    private const int MostFiles = 1_000;

    public static (IReadOnlyList<ArchivedFile>? Files, string? Problem) Read(byte[] body)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(body, writable: false), ZipArchiveMode.Read);
            var entries = zip.Entries.Where(entry => !IsFolder(entry)).ToList();
            return Flaw(entries) is { } flaw ? (null, flaw) : Inflate(entries, new Inflation(body.Length));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return (null, $"the zip file is broken ({PlainLine.Of(broken.Message)})");
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') && entry.Length == 0;

    private static string? Flaw(List<ZipArchiveEntry> entries)
    {
        if (entries.Count > MostFiles)
        {
            return $"it holds {entries.Count} files, more than {MostFiles}";
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var name = PlainLine.Of(entry.FullName);
            if (entry.FullName.Length == 0 || entry.FullName.Any(char.IsControl))
            {
                return $"the name '{name}' in it is no name of a file";
            }
            if (entry.IsEncrypted)
            {
                return $"'{name}' in it is encrypted";
            }
            if (!names.Add(entry.FullName))
            {
                return $"'{name}' is in it more than once";
            }
        }
        return null;
    }

    private static (IReadOnlyList<ArchivedFile>? Files, string? Problem) Inflate(
        List<ZipArchiveEntry> entries,
        Inflation inflation
    )
    {
        var files = new List<ArchivedFile>();
        foreach (var entry in entries)
        {
            using var stream = entry.Open();
            var (inflated, problem) = inflation.Read(stream, entry.FullName);
            if (inflated is null)
            {
                return (null, problem);
            }
            // The framework ends at the size that the header tells, and compares neither.
            if (inflated.Length != entry.Length || Crc32.Of(inflated) != entry.Crc32)
            {
                return (null, $"'{PlainLine.Of(entry.FullName)}' in it is damaged");
            }
            files.Add(new ArchivedFile(entry.FullName, inflated));
        }
        return (files, null);
    }
}
