using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Notifications.Arriving;

/// <summary>
/// Decides which calls are the same notification: those with one sender's id or, where the sender gives none, those with
/// one body; and which fetched documents are the same: those of one path and content. 16 bytes of SHA-256: a short key keeps
/// the index small, and no two will ever meet by chance.
/// </summary>
internal static class SameAs
{
    /// <summary>How long a key is.</summary>
    public const int Bytes = 16;

    private const int MostBytesOnTheStack = 512;

    public static byte[] Id(string senderId) => Hash("id", Encoding.UTF8.GetBytes(senderId));

    public static byte[] Body(byte[] bodySha256) => Hash("body", bodySha256);

    /// <summary>For a body that came under an id that another body holds: the same two again are no third notification.</summary>
    public static byte[] IdAndBody(string senderId, byte[] bodySha256) => Named("id and body", senderId, bodySha256);

    /// <summary>For a fetched document: what stands at its path may be replaced, and then it is another.</summary>
    public static byte[] PathAndBody(string path, byte[] bodySha256) => Named("path and body", path, bodySha256);

    private static byte[] Named(string kind, string name, byte[] bodySha256) =>
        Hash(kind, [.. SHA256.HashData(Encoding.UTF8.GetBytes(name)), .. bodySha256]);

    private static byte[] Hash(string kind, ReadOnlySpan<byte> content)
    {
        var most = Encoding.UTF8.GetMaxByteCount(kind.Length) + 1 + content.Length;
        var bytes = most <= MostBytesOnTheStack ? stackalloc byte[most] : new byte[most];
        var length = Encoding.UTF8.GetBytes(kind, bytes);
        bytes[length++] = 0;
        content.CopyTo(bytes[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..(length + content.Length)], hash);
        return hash[..Bytes].ToArray();
    }
}
