using System.Text.Json;
using System.Text.Json.Serialization;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Certificates.Issuing.Keeping;

/// <summary>A record kept in a file of its own: private, and whole whenever it is read.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Neither value nor problem where there is no file.</summary>
    public static (T? Value, string? Problem) Read<T>(string file)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(File.ReadAllText(file), Options);
            return value is null ? (null, $"'{file}' is empty") : (value, null);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, null);
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return (null, $"'{file}' cannot be read: {unreadable.Message}");
        }
    }

    /// <exception cref="IOException">It could not be written; what was there still is.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be written; what was there still is.</exception>
    public static void Write<T>(string file, T value)
    {
        OwnerOnly.CreateDirectory(Path.GetDirectoryName(file)!);
        OwnerOnly.Write(file, JsonSerializer.Serialize(value, Options));
    }

    public static void Remove(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }
}
