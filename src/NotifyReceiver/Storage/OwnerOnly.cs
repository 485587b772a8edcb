namespace NotifyReceiver.Storage;

/// <summary>Makes directories and files that nobody but this user may read: keys, and other people's business documents.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfDirectories = OfFiles | UnixFileMode.UserExecute;

    /// <summary>Leaves one that is there already as its owner made it.</summary>
    public static void CreateDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }
        Directory.CreateDirectory(directory, OfDirectories);
    }

    /// <summary>An empty file, to be filled by somebody who would let others read it.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    public static void CreateFile(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFiles;
        }
        new FileStream(file, options).Dispose();
    }

    /// <summary>A file to be held, made where there is none.</summary>
    /// <exception cref="IOException">Somebody holds it, or it cannot be made.</exception>
    public static FileStream Open(string file, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFiles;
        }
        return new FileStream(file, options);
    }

    /// <summary>Written beside, synced and renamed over, so that neither a crash nor a power cut leaves half a key.</summary>
    public static void Write(string file, string text)
    {
        var beside = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFiles;
        }
        using (var writer = new StreamWriter(beside, options))
        {
            writer.Write(text);
            writer.Flush();
            ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        }
        File.Move(beside, file, overwrite: true);
    }
}
