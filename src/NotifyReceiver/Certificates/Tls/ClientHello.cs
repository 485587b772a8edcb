using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace NotifyReceiver.Certificates.Tls;

/// <summary>What a client says before anything is agreed (RFC 8446, section 4.1.2): which host it wants, and whether it is a CA's validator.</summary>
/// <param name="ServerName">In lower case; null when it names none (RFC 6066, section 3).</param>
/// <param name="IsValidation">Whether it speaks <c>acme-tls/1</c> and nothing else, as RFC 8737, section 3 asks of validators.</param>
internal sealed record ClientHello(string? ServerName, bool IsValidation)
{
    private const int RecordHeader = 5;
    private const int MostBytes = 16 * 1024;
    private const byte HandshakeRecord = 22;
    private const byte ClientHelloMessage = 1;
    private const int VersionAndRandom = 34;
    private const int ServerNameExtension = 0;
    private const int AlpnExtension = 16;

    /// <summary>Null when it is no client hello, or not all of it is here.</summary>
    /// <param name="bytes">From the first byte of the connection.</param>
    public static ClientHello? Parse(ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > MostBytes * 2)
        {
            return null;
        }
        var message = Unwrap(bytes.ToArray());
        return message is null ? null : ParseMessage(message);
    }

    // A hello may be cut into several records.
    private static byte[]? Unwrap(ReadOnlySpan<byte> records)
    {
        var message = new ArrayBufferWriter<byte>(Math.Max(1, records.Length));
        while (records.Length >= RecordHeader && records[0] == HandshakeRecord)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(records[3..]);
            if (records.Length < RecordHeader + length)
            {
                return null;
            }
            message.Write(records.Slice(RecordHeader, length));
            records = records[(RecordHeader + length)..];
            if (IsWhole(message.WrittenSpan))
            {
                return message.WrittenSpan.ToArray();
            }
        }
        return null;
    }

    private static bool IsWhole(ReadOnlySpan<byte> message) =>
        message.Length >= 4 && message.Length >= 4 + LengthOf(message);

    private static int LengthOf(ReadOnlySpan<byte> message) => (message[1] << 16) | (message[2] << 8) | message[3];

    private static ClientHello? ParseMessage(ReadOnlySpan<byte> message)
    {
        if (message[0] != ClientHelloMessage)
        {
            return null;
        }
        var rest = new Octets(message.Slice(4, LengthOf(message)));
        var hasHead = rest.Skip(VersionAndRandom) && rest.Vector8(out _) && rest.Vector16(out _) && rest.Vector8(out _);
        if (!hasHead)
        {
            return null;
        }
        if (rest.IsEmpty)
        {
            // Without extensions it wants whatever there is.
            return new ClientHello(null, false);
        }
        return rest.Vector16(out var extensions) ? Read(new Octets(extensions)) : null;
    }

    private static ClientHello? Read(Octets extensions)
    {
        string? serverName = null;
        var isValidation = false;
        while (!extensions.IsEmpty)
        {
            if (!extensions.Number16(out var type) || !extensions.Vector16(out var body))
            {
                return null;
            }
            if (type == ServerNameExtension)
            {
                serverName = HostName(new Octets(body));
            }
            else if (type == AlpnExtension)
            {
                isValidation = IsOnlyValidation(new Octets(body));
            }
        }
        return new ClientHello(serverName, isValidation);
    }

    private static string? HostName(Octets extension)
    {
        if (!extension.Vector16(out var list))
        {
            return null;
        }
        var names = new Octets(list);
        while (names.Number8(out var kind) && names.Vector16(out var name))
        {
            if (kind == 0)
            {
                return Encoding.ASCII.GetString(name).TrimEnd('.').ToLowerInvariant();
            }
        }
        return null;
    }

    private static bool IsOnlyValidation(Octets extension) =>
        extension.Vector16(out var list)
        && new Octets(list) is var protocols
        && protocols.Vector8(out var first)
        && first.SequenceEqual("acme-tls/1"u8)
        && protocols.IsEmpty;
}
