using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Ationet;

/// <summary>A request with nothing wrong in it. Performing it stores what it brings and gives the answer.</summary>
/// <param name="Tanks">Of each row; a download has none.</param>
/// <param name="PerformFor">Stores the rows at these places alone. A download gives its answer whatever the places.</param>
internal sealed record AcceptedRequest(
    string ActionCode,
    string? Terminal,
    IReadOnlyList<string> Tanks,
    Func<Predicate<int>, Answer> PerformFor
)
{
    public Answer Perform() => PerformFor(_ => true);
}
