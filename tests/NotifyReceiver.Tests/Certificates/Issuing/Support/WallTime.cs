using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing.Support;

/// <summary>
/// The date of a clock that a test moves, with real timers: a request to a CA keeps its real timeout while the test jumps over
/// weeks between two attempts.
/// </summary>
internal sealed class WallTime(ManualClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
}
