namespace NotifyReceiver.Settings.Reloading;

/// <summary>A text file as it was found: its text, or why it could not be read.</summary>
internal sealed record TextFile(string Path, string Text, string? Problem = null)
{
    /// <summary>The file; null when it went away after it was listed.</summary>
    public static TextFile? Read(string path)
    {
        try
        {
            return new TextFile(path, File.ReadAllText(path));
        }
        catch (Exception gone)
            when (gone is FileNotFoundException or DirectoryNotFoundException && new FileInfo(path).LinkTarget is null)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new TextFile(path, "", $"cannot be read: {unreadable.Message}");
        }
    }
}
