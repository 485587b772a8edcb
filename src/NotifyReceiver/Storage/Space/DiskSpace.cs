namespace NotifyReceiver.Storage.Space;

/// <summary>What a disk has free.</summary>
internal static class DiskSpace
{
    /// <param name="path">Anything on that disk.</param>
    /// <returns>In bytes; null where the disk cannot be asked, which does not mean that it is full.</returns>
    public static long? FreeAt(string path)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
