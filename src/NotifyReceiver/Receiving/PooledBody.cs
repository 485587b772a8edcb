using System.Buffers;

namespace NotifyReceiver.Receiving;

/// <summary>The bytes of one body as they come, in memory that is lent by a pool and counted by the intake; disposed, it is given back.</summary>
internal sealed class PooledBody(Intake intake) : IDisposable
{
    private byte[] _bytes = [];
    private int _length;

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    /// <returns>False when the intake has no room for more.</returns>
    /// <param name="expected">How many there will be in all, as far as one may believe it.</param>
    public bool TryAppend(ReadOnlySequence<byte> more, int expected)
    {
        var length = _length + (int)more.Length;
        if (length > _bytes.Length && !TryGrow(Math.Max(length, Math.Max(expected, _bytes.Length * 2L))))
        {
            return false;
        }
        more.CopyTo(_bytes.AsSpan(_length));
        _length = length;
        return true;
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            intake.GiveBack(_bytes.Length);
            _bytes = [];
            _length = 0;
        }
    }

    private bool TryGrow(long wanted)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(wanted, Array.MaxLength));
        if (!intake.TryTake(larger.Length))
        {
            ArrayPool<byte>.Shared.Return(larger);
            return false;
        }
        Memory.CopyTo(larger);
        var length = _length;
        Dispose();
        (_bytes, _length) = (larger, length);
        return true;
    }
}
