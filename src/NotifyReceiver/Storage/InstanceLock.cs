namespace NotifyReceiver.Storage;

/// <summary>Held while the service runs, so that two of them never send from one database. Freed by the system after a crash.</summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <exception cref="StorageException">Another service holds it, or the directory cannot be written.</exception>
    public static InstanceLock Take(StorageOptions options)
    {
        var path = Path.Combine(options.DataDirectory, "lock");
        try
        {
            OwnerOnly.CreateDirectory(options.DataDirectory);
            return new InstanceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
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
                $"Receiver:DataDirectory '{options.DataDirectory}' is in use by another notify-receiver, or cannot be written: "
                    + held.Message
            );
        }
    }

    public void Dispose() => _file.Dispose();
}
