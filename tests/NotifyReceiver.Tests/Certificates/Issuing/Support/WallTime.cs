using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing.Support;

/// <summary>
/// The date of a clock that a test moves, with real timers: a request to a CA keeps its real timeout while the test jumps over
/// weeks between two attempts.
/// </summary>
internal sealed class WallTime(ManualClock clock) : TimeProvider
{
    /// <summary>Whoever asks for the time meets a fault.</summary>
    public bool IsBroken { get; set; }

    public override DateTimeOffset GetUtcNow() =>
        IsBroken ? throw new InvalidOperationException("there is no time") : clock.GetUtcNow();
}
