namespace NotifyReceiver.Certificates.Manual;

/// <summary>Whether others on this machine could read a key.</summary>
internal static class Exposure
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>One line, or none.</summary>
    public static string? Of(Drop drop)
    {
        var file = drop.KeyFile ?? drop.CertificateFile;
        if (OperatingSystem.IsWindows())
        {
            return null;
        }
        try
        {
            return (File.GetUnixFileMode(file) & Others) == UnixFileMode.None
                ? null
                : $"others on this machine can read the key in '{file}'; chmod 600 it";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
