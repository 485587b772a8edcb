namespace NotifyReceiver.Storage;

/// <summary>Held while the service runs, so that two of them never send from one database. Freed by the system after a crash.</summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file, bool excludes) => (_file, Excludes) = (file, excludes);

    /// <summary>Whether it really keeps others out: some file systems take locks and hold none.</summary>
    public bool Excludes { get; }

    /// <exception cref="StorageException">Another service holds it, or the directory cannot be written.</exception>
    public static InstanceLock Take(StorageOptions options)
    {
        var path = Path.Combine(options.DataDirectory, "lock");
        try
        {
            OwnerOnly.CreateDirectory(options.DataDirectory);
            var file = Open(path);
            return new InstanceLock(file, excludes: !CanBeOpenedAgain(path));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageException(
                $"cannot write in Receiver:DataDirectory '{options.DataDirectory}': {denied.Message}"
            );
        }
        catch (IOException held)
        {
            throw new StorageException(
                LockFault.IsHeld(held)
                    ? $"Receiver:DataDirectory '{options.DataDirectory}' is in use by another notify-receiver; stop that first"
                    : $"cannot write in Receiver:DataDirectory '{options.DataDirectory}': {held.Message}"
            );
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static bool CanBeOpenedAgain(string path)
    {
        try
        {
            Open(path).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => _file.Dispose();
}
