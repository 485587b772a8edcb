using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Certificates.Manual;

/// <summary>What a drop's files held at one moment.</summary>
/// <param name="Key">The certificate's own bytes where the key is in the same file.</param>
internal sealed record DropContent(byte[] Certificate, byte[] Key, byte[]? PasswordBytes)
{
    /// <summary>Tells whether the files hold something else than before: times of writing do not, where links are swapped.</summary>
    public string Digest { get; } = DigestOf(Certificate, Key, PasswordBytes ?? []);

    public string? Password =>
        PasswordBytes is null ? null : Encoding.UTF8.GetString(PasswordBytes).TrimEnd('\r', '\n');

    private static string DigestOf(params byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
