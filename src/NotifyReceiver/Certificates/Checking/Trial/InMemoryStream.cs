using System.IO.Pipelines;

namespace NotifyReceiver.Certificates.Checking.Trial;

/// <summary>One end of a connection that never leaves the process.</summary>
internal sealed class InMemoryStream : Stream
{
    private readonly Stream _incoming;
    private readonly Stream _outgoing;

    private InMemoryStream(PipeReader incoming, PipeWriter outgoing)
    {
        _incoming = incoming.AsStream();
        _outgoing = outgoing.AsStream();
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What one writes, the other reads.</summary>
    public static (Stream One, Stream Other) Pair()
    {
        var there = new Pipe();
        var back = new Pipe();
        return (new InMemoryStream(there.Reader, back.Writer), new InMemoryStream(back.Reader, there.Writer));
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _incoming.ReadAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        _outgoing.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => _outgoing.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => _incoming.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => _outgoing.Write(buffer, offset, count);

    public override void Flush() => _outgoing.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _incoming.Dispose();
            _outgoing.Dispose();
        }
        base.Dispose(disposing);
    }
}
