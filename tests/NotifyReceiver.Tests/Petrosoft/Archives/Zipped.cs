using System.IO.Compression;
using System.Text;

namespace NotifyReceiver.Tests.Petrosoft.Archives;

/// <summary>Archives as another program would write them.</summary>
internal static class Zipped
{
    public static byte[] Zip(params (string Name, byte[] Body)[] files) => Zip(CompressionLevel.Optimal, files);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Body)[] files)
    {
        using var written = new MemoryStream();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, body) in files)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(body);
            }
        }
        return written.ToArray();
    }

    /// <summary>A gzip file of nothing, as <c>gzip</c> writes it; .NET's stream writes not even a header.</summary>
    public static readonly byte[] GzipOfNothing =
    [
        .. (byte[])[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3],
        .. (byte[])[3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ];

    public static byte[] Gzip(byte[] body)
    {
        using var written = new MemoryStream();
        using (var gzip = new GZipStream(written, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body);
        }
        return written.ToArray();
    }

    /// <summary>With the name of its file, and an extra field before it, as RFC 1952 allows.</summary>
    public static byte[] Gzip(byte[] body, string name)
    {
        var plain = Gzip(body);
        byte[] extra = [3, 0, 1, 2, 3];
        plain[3] = 4 + 8;
        return [.. plain[..10], .. extra, .. Encoding.Latin1.GetBytes(name), 0, .. plain[10..]];
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The place of the first entry of the central directory, which tells of the first file.</summary>
    public static int Central(byte[] zip) => zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
}
