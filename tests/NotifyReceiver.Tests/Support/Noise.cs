namespace NotifyReceiver.Tests.Support;

/// <summary>Numbers without order that are the same in every run (xorshift).</summary>
internal sealed class Noise(uint seed)
{
    private uint _state = seed;

    /// <summary>From 0, below the bound.</summary>
    public int Next(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }

    public byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)Next(256))];
}
