using System.Buffers;
using NotifyReceiver.Receiving;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Receiving;

public sealed class IntakeTests
{
    private const int Calls = 3;
    private const int Bytes = 100_000;

    private readonly Intake _intake = new(Disk, Calls, Bytes);

    private static DiskRoom Disk => new(new StorageOptions(Path.GetTempPath()), new ManualClock());

    [Fact]
    public void As_many_calls_as_may_be_are_let_in_and_one_more_when_one_has_left()
    {
        for (var i = 0; i < Calls; i++)
        {
            Assert.Null(_intake.Enter());
        }
        Assert.Equal("urn:notify-receiver:problem:busy", _intake.Enter()!.Type);
        Assert.NotNull(_intake.Enter());

        _intake.Leave();
        Assert.Null(_intake.Enter());
        Assert.NotNull(_intake.Enter());
    }

    [Fact]
    public void Bodies_have_so_many_bytes_and_give_them_back()
    {
        using (var large = new PooledBody(_intake))
        {
            Assert.True(large.TryAppend(new ReadOnlySequence<byte>(new byte[60_000]), 0));
            using var other = new PooledBody(_intake);
            Assert.False(other.TryAppend(new ReadOnlySequence<byte>(new byte[60_000]), 0));
            Assert.Equal(0, other.Memory.Length);
        }

        using var next = new PooledBody(_intake);
        Assert.True(next.TryAppend(new ReadOnlySequence<byte>(new byte[60_000]), 0));
        Assert.False(_intake.TryTake(Bytes));
        next.Dispose();
        Assert.True(_intake.TryTake(Bytes));
    }

    // What a pool lends comes in powers of two, and while a body outgrows one it is in two.
    [Theory]
    [InlineData(40_000_000)]
    [InlineData(100_000_000)]
    public void The_largest_body_that_is_allowed_has_room_alone_however_it_comes(int largest)
    {
        using var body = new PooledBody(Intake.For(Disk, largest));
        var piece = new ReadOnlySequence<byte>(new byte[1_000_000]);
        for (var length = 0; length < largest; length += 1_000_000)
        {
            Assert.True(body.TryAppend(piece, 0));
        }
    }

    [Fact]
    public void A_body_that_comes_in_pieces_is_whole()
    {
        using var body = new PooledBody(_intake);
        var expected = new List<byte>();
        for (byte piece = 0; piece < 100; piece++)
        {
            byte[] bytes = [.. Enumerable.Repeat(piece, piece * 3)];
            expected.AddRange(bytes);
            Assert.True(body.TryAppend(new ReadOnlySequence<byte>(bytes), 0));
        }

        Assert.Equal(expected, body.Memory.ToArray());
    }
}
