using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.Simulators.Cli;

/// <summary>Documents on disk, laid out as their paths are: account/businessUnitId/documentType/date/file.</summary>
internal static class DocumentDirectory
{
    private const int Parts = 5;

    public static IReadOnlyList<PublishedDocument> Read(DirectoryInfo directory) =>
        [
            .. Files(directory)
                .Select(file => (Path: RelativePath(directory, file), Content: File.ReadAllBytes(file.FullName)))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => Document(file.Path, file.Content)),
        ];

    /// <summary>What is wrong with the directory, null when it can be published.</summary>
    public static string? Objection(DirectoryInfo directory)
    {
        if (!directory.Exists)
        {
            return $"There is no directory {directory}.";
        }

        var misplaced = Files(directory)
            .Select(file => RelativePath(directory, file))
            .FirstOrDefault(path => path.Split('/').Length != Parts);
        return misplaced is null
            ? null
            : $"{misplaced} is misplaced: the layout is account/businessUnitId/documentType/date/file.";
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo directory) =>
        directory.EnumerateFiles("*", SearchOption.AllDirectories);

    private static string RelativePath(DirectoryInfo directory, FileInfo file) =>
        Path.GetRelativePath(directory.FullName, file.FullName).Replace('\\', '/');

    private static PublishedDocument Document(string path, byte[] content)
    {
        var parts = path.Split('/');
        return new(parts[1], parts[2], string.Join('/', parts[..^1]) + "/", parts[^1], content);
    }
}
