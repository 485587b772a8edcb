using NotifyReceiver.Wording;

namespace NotifyReceiver.Petrosoft.Archives;

/// <summary>
/// Inflates the files of one archive and counts while it does: what an archive says about its sizes is what an attacker says.
/// </summary>
/// <param name="packed">The bytes of the whole archive.</param>
internal sealed class Inflation(int packed)
{
    public const int LargestFile = 64 * BytesInMebibyte;
    public const int LargestTotal = 256 * BytesInMebibyte;

    /// <summary>The most that an archive may grow. Documents grow ten to fifty times, a bomb a thousand.</summary>
    public const int LargestRatio = 200;

    private const int BytesInMebibyte = 1024 * 1024;
    private const int ChunkBytes = 64 * 1024;

    // So little cannot hurt, however well it was packed.
    private const int AlwaysAllowed = BytesInMebibyte;

    private readonly byte[] _chunk = new byte[ChunkBytes];
    private readonly long _mostByRatio = Math.Max(AlwaysAllowed, (long)LargestRatio * packed);
    private long _total;

    public (byte[]? Body, string? Problem) Read(Stream inflating, string name)
    {
        using var body = new MemoryStream();
        int read;
        while ((read = inflating.Read(_chunk)) > 0)
        {
            _total += read;
            body.Write(_chunk, 0, read);
            if (body.Length > LargestFile)
            {
                return (null, $"'{PlainLine.Of(name)}' in it has more than {LargestFile / BytesInMebibyte} MiB");
            }
            if (_total > LargestTotal)
            {
                return (null, $"its files have more than {LargestTotal / BytesInMebibyte} MiB together");
            }
            if (_total > _mostByRatio)
            {
                return (null, $"it grows to more than {LargestRatio} times its size, as no document does");
            }
        }
        return (body.ToArray(), null);
    }
}
