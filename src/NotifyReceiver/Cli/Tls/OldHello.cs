using System.Buffers.Binary;

namespace NotifyReceiver.Cli.Tls;

/// <summary>
/// Asks for a version that our own TLS library refuses to speak: a client hello by hand, and a look at whether the answer is a
/// server hello or an alert (RFC 2246 and RFC 4346, section 7.4.1).
/// </summary>
internal static class OldHello
{
    private const int RecordHeader = 5;
    private const byte Handshake = 22;

    // What servers of that time had: ECDHE and RSA with AES-CBC and 3DES.
    private static readonly ushort[] Suites = [0xC009, 0xC00A, 0xC013, 0xC014, 0x002F, 0x0035, 0x000A];

    // Curves and their points, without which a server could not take the ECDHE ones.
    private static readonly byte[] Extensions = [0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0];

    /// <param name="version">0x0301 for TLS 1.0, 0x0302 for TLS 1.1.</param>
    public static async Task<bool> IsAnsweredAsync(Stream door, ushort version, CancellationToken stop)
    {
        await door.WriteAsync(Of(version), stop);
        var header = new byte[RecordHeader];
        try
        {
            var read = await door.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, stop);
            return read == RecordHeader && header[0] == Handshake;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static byte[] Of(ushort version)
    {
        const int Random = 32;
        byte[] body =
        [
            .. Number(version),
            .. new byte[Random],
            0,
            .. Number((ushort)(Suites.Length * 2)),
            .. Suites.SelectMany(Number),
            1,
            0,
            .. Number((ushort)Extensions.Length),
            .. Extensions,
        ];
        byte[] message = [1, 0, .. Number((ushort)body.Length), .. body];
        return [Handshake, .. Number(version), .. Number((ushort)message.Length), .. message];
    }

    private static byte[] Number(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }
}
