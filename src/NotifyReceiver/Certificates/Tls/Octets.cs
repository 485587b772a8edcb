using System.Buffers.Binary;

namespace NotifyReceiver.Certificates.Tls;

/// <summary>Bytes in the presentation language of TLS (RFC 8446, section 3), read from the front; false where there are too few.</summary>
internal ref struct Octets(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;

    public readonly bool IsEmpty => _rest.IsEmpty;

    public bool Skip(int count) => Take(count, out _);

    public bool Number8(out int number)
    {
        var isThere = Take(1, out var bytes);
        number = isThere ? bytes[0] : 0;
        return isThere;
    }

    public bool Number16(out int number)
    {
        var isThere = Take(2, out var bytes);
        number = isThere ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : 0;
        return isThere;
    }

    /// <summary>As many bytes as one byte before them says.</summary>
    public bool Vector8(out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        return Number8(out var length) && Take(length, out bytes);
    }

    /// <summary>As many bytes as two bytes before them say.</summary>
    public bool Vector16(out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        return Number16(out var length) && Take(length, out bytes);
    }

    private bool Take(int count, out ReadOnlySpan<byte> bytes)
    {
        if (_rest.Length < count)
        {
            bytes = default;
            return false;
        }
        bytes = _rest[..count];
        _rest = _rest[count..];
        return true;
    }
}
