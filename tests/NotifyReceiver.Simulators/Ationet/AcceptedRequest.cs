using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Ationet;

/// <summary>A request with nothing wrong in it. Performing it stores what it brings and gives the answer.</summary>
internal sealed record AcceptedRequest(
    string ActionCode,
    string? Terminal,
    IReadOnlyList<string> Tanks,
    Func<Answer> Perform
);
