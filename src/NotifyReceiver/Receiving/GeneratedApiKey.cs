using System.Security.Cryptography;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Receiving;

/// <summary>The key that is made on first start when none is configured. It is kept in a file that only its owner reads.</summary>
internal static class GeneratedApiKey
{
    private const int RandomBytes = 24;

    public static string FileIn(StorageOptions options) => Path.Combine(options.DataDirectory, "api-key");

    /// <summary>The key that was generated earlier; null when there is none.</summary>
    public static string? Load(StorageOptions options) =>
        File.Exists(FileIn(options)) && File.ReadAllText(FileIn(options)).Trim() is { Length: > 0 } key ? key : null;

    /// <summary>The key that was generated earlier, or one that is made and kept now.</summary>
    public static (string Key, bool IsNew) LoadOrCreate(StorageOptions options)
    {
        if (Load(options) is { } kept)
        {
            return (kept, IsNew: false);
        }
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        OwnerOnly.CreateDirectory(options.DataDirectory);
        OwnerOnly.Write(FileIn(options), key + Environment.NewLine);
        return (key, IsNew: true);
    }
}
