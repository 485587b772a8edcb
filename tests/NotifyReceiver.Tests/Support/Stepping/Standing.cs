namespace NotifyReceiver.Tests.Support.Stepping;

/// <summary>Where a piece stands between two steps.</summary>
internal enum Standing
{
    /// <summary>What it awaited has ended, and how it goes on waits to be run.</summary>
    Posted,

    /// <summary>What it awaits does not end before the test does something, such as moving the clock.</summary>
    Waiting,

    /// <summary>It has returned or thrown.</summary>
    Ended,
}
