namespace NotifyReceiver.Notifications.Shapes;

/// <summary>The order of Amazon S3's events for one key: the shorter sequencer is filled up with zeros at its right end.</summary>
internal static class Sequencer
{
    public static int Compare(string one, string other)
    {
        var length = Math.Max(one.Length, other.Length);
        return string.CompareOrdinal(one.PadRight(length, '0'), other.PadRight(length, '0'));
    }
}
