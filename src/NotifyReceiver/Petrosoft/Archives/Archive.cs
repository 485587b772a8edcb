using NotifyReceiver.Wording;

namespace NotifyReceiver.Petrosoft.Archives;

/// <summary>A file that holds files: zip, or gzip, which holds one. It is told by its first bytes, not by its name.</summary>
internal static class Archive
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> EmptyZip => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    public static bool IsArchive(byte[] body) => IsZip(body) || body.AsSpan().StartsWith(Gzip);

    /// <summary>The files in the order of their names, or why they cannot be had. All or none: half an archive would look like a whole one.</summary>
    public static (IReadOnlyList<ArchivedFile>? Files, string? Problem) Unpack(byte[] body)
    {
        if (!IsArchive(body))
        {
            return (null, "this is neither a zip nor a gzip file");
        }
        var (files, problem) = IsZip(body) ? ZipReading.Read(body) : GzipReading.Read(body);
        problem ??= ProblemWith(files!);
        return problem is null
            ? (files!.OrderBy(file => file.Name, StringComparer.Ordinal).ToList(), null)
            : (null, $"the archive cannot be unpacked: {problem}");
    }

    private static bool IsZip(byte[] body) => body.AsSpan().StartsWith(Zip) || body.AsSpan().StartsWith(EmptyZip);

    private static string? ProblemWith(IReadOnlyList<ArchivedFile> files)
    {
        if (files.Count == 0)
        {
            return "it holds no file";
        }
        var nested = files.FirstOrDefault(file => IsArchive(file.Body));
        return nested is null ? null : $"'{PlainLine.Of(nested.Name)}' in it is an archive itself";
    }
}
