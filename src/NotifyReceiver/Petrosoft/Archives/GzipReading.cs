using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Petrosoft.Archives;

/// <summary>Gzip (RFC 1952) holds one file, and may tell its name.</summary>
internal static class GzipReading
{
    private const int FlagsAt = 3;
    private const int HeaderBytes = 10;
    private const int TrailerBytes = 8;
    private const int HasExtraField = 4;
    private const int HasName = 8;

    public static (IReadOnlyList<ArchivedFile>? Files, string? Problem) Read(byte[] body)
    {
        try
        {
            var name = Name(body);
            if (name.Any(char.IsControl))
            {
                return (null, $"the name '{PlainLine.Of(name)}' in it is no name of a file");
            }
            using var gzip = new GZipStream(new MemoryStream(body, writable: false), CompressionMode.Decompress);
            var (inflated, problem) = new Inflation(body.Length).Read(gzip, name);
            if (inflated is null)
            {
                return (null, problem);
            }
            return IsWhole(body, inflated)
                ? ([new ArchivedFile(name, inflated)], null)
                : (null, "the gzip file is damaged, or holds more than one file");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return (null, $"the gzip file is broken ({PlainLine.Of(broken.Message)})");
        }
    }

    // The framework compares the checksum where there is one, but takes a file that was cut off for a short one. The length is last.
    private static bool IsWhole(ReadOnlySpan<byte> body, byte[] inflated) =>
        body.Length >= HeaderBytes + TrailerBytes
        && BinaryPrimitives.ReadUInt32LittleEndian(body[^sizeof(uint)..]) == (uint)inflated.Length;

    private static string Name(ReadOnlySpan<byte> body)
    {
        if (body.Length <= HeaderBytes || (body[FlagsAt] & HasName) == 0)
        {
            return "";
        }
        var rest = body[HeaderBytes..];
        if ((body[FlagsAt] & HasExtraField) != 0)
        {
            var extra = rest.Length < 2 ? rest.Length : 2 + rest[0] + (rest[1] << 8);
            rest = rest[Math.Min(extra, rest.Length)..];
        }
        var end = rest.IndexOf((byte)0);
        return end < 0 ? "" : Encoding.Latin1.GetString(rest[..end]);
    }
}
