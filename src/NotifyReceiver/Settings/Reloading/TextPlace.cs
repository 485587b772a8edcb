namespace NotifyReceiver.Settings.Reloading;

/// <summary>Where people keep the texts that they teach the service with. A closed set.</summary>
internal abstract record TextPlace(string Path)
{
    public Texts Read()
    {
        var (files, isThere, problem) = List();
        return new Texts(this, [.. files.Select(TextFile.Read).OfType<TextFile>()], isThere, problem);
    }

    public TextStamps Stamps()
    {
        var (files, isThere, problem) = List();
        return new TextStamps([.. files.Select(FileStamp.Of)], isThere, problem);
    }

    protected abstract (IReadOnlyList<string> Files, bool IsThere, string? Problem) List();

    internal sealed record OneFile(string Path) : TextPlace(Path)
    {
        protected override (IReadOnlyList<string> Files, bool IsThere, string? Problem) List() =>
            File.Exists(Path) ? ([Path], true, null) : ([], false, $"there is no file '{Path}'");
    }

    /// <summary>Every <c>*.json</c> of a directory, in the order of their names; not those that begin with a dot or a tilde.</summary>
    internal sealed record JsonFilesIn(string Path) : TextPlace(Path)
    {
        protected override (IReadOnlyList<string> Files, bool IsThere, string? Problem) List()
        {
            if (!Directory.Exists(Path))
            {
                return ([], false, $"there is no directory '{Path}'");
            }
            try
            {
                var files = Directory.EnumerateFiles(Path, "*.json").Where(IsMeant).Order(StringComparer.Ordinal);
                return ([.. files], true, null);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                return ([], true, $"the directory '{Path}' cannot be listed: {unreadable.Message}");
            }
        }

        // Editors put their locks and copies there, such as .#mine.json, and other systems their own, such as ._mine.json.
        private static bool IsMeant(string file) => System.IO.Path.GetFileName(file)[0] is not ('.' or '~');
    }
}
