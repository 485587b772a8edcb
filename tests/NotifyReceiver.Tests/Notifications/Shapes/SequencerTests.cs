using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Tests.Notifications.Shapes;

public sealed class SequencerTests
{
    [Theory]
    [InlineData("0055AED6DCD90281E5", "0055AED6DCD90281E6", -1)]
    [InlineData("0055AED6DCD90281EF", "0055AED6DCD90281E6", 1)]
    [InlineData("0055AED6DCD90281E5", "0055AED6DCD90281E5", 0)]
    [InlineData("1", "1000", 0)]
    [InlineData("2", "1FFF", 1)] // 2000 and 1FFF: as numbers it would be the other way round
    [InlineData("1", "1001", -1)] // 1000 and 1001
    [InlineData("", "0000", 0)]
    [InlineData("", "0001", -1)]
    [InlineData("9", "A", -1)]
    public void The_shorter_is_filled_up_with_zeros_at_its_right_end(string left, string right, int order)
    {
        Assert.Equal(order, Math.Sign(Sequencer.Compare(left, right)));
        Assert.Equal(-order, Math.Sign(Sequencer.Compare(right, left)));
    }
}
