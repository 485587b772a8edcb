namespace NotifyReceiver.Simulators.Loopback;

/// <summary>What became of a request.</summary>
public enum RequestEnding
{
    /// <summary>No answer yet.</summary>
    Pending,

    /// <summary>A whole answer was sent.</summary>
    Answered,

    /// <summary>The answer broke off half way.</summary>
    CutShort,

    /// <summary>The simulator reset the connection instead of answering.</summary>
    Reset,

    /// <summary>The caller went away, or the simulator stopped, before there was an answer.</summary>
    Abandoned,
}
