namespace NotifyReceiver.Simulators.Petrosoft.LoggingIn;

/// <param name="Access">Goes behind Bearer.</param>
/// <param name="Refresh">Buys the next access token; null when the old one is still good for that.</param>
internal sealed record TokenPair(string Access, string? Refresh);
