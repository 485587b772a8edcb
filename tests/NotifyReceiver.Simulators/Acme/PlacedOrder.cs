namespace NotifyReceiver.Simulators.Acme;

/// <param name="Account">The number of the account that placed it.</param>
/// <param name="Names">As they were sent.</param>
/// <param name="Profile">As it was sent.</param>
/// <param name="Replaces">As it was sent.</param>
public sealed record PlacedOrder(
    int Number,
    int Account,
    DateTimeOffset At,
    IReadOnlyList<string> Names,
    string? Profile,
    string? Replaces
);
