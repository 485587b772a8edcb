using NotifyReceiver.Storage;

namespace NotifyReceiver.Certificates;

/// <summary>Held by whoever writes in the certificates' directory, service or command. Freed by the system after a crash.</summary>
internal sealed class CertificateLock : IDisposable
{
    private readonly FileStream _file;

    private CertificateLock(FileStream file) => _file = file;

    /// <summary>Null while somebody else holds it.</summary>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written, or everybody can write there.</exception>
    /// <exception cref="IOException">The directory cannot be made.</exception>
    public static CertificateLock? TryTake(CertificateOptions options)
    {
        OwnerOnly.CreateDirectory(options.Directory);
        RefuseIfOthersWrite(options.Directory);
        try
        {
            return new CertificateLock(OwnerOnly.Open(Path.Combine(options.Directory, ".lock"), FileShare.None));
        }
        catch (IOException held) when (LockFault.IsHeld(held))
        {
            return null;
        }
    }

    // Whoever can write there can put a key of his own in the place of ours.
    private static void RefuseIfOthersWrite(string directory)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(directory).HasFlag(UnixFileMode.OtherWrite))
        {
            throw new UnauthorizedAccessException(
                $"everybody on this machine can write in '{directory}', so no key is put there; chmod 700 it"
            );
        }
    }

    public void Dispose() => _file.Dispose();
}
