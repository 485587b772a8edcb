namespace NotifyReceiver.Simulators.Acme;

/// <param name="Start">Where the window begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="RetryAfter">When to ask again.</param>
/// <param name="Explanation">A page that says why.</param>
public sealed record RenewalSuggestion(
    DateTimeOffset Start,
    DateTimeOffset End,
    TimeSpan RetryAfter,
    Uri? Explanation = null
);
