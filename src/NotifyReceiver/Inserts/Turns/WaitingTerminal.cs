namespace NotifyReceiver.Inserts.Turns;

/// <summary>A terminal that has something to be done, and whose turn nobody has.</summary>
/// <param name="Sends">The kind of what it would send next; null when it has nothing to send.</param>
/// <param name="Verifies">Whether a delivery is to be looked up.</param>
/// <param name="WasInterrupted">Whether a request of it was begun by a sender that is gone.</param>
internal sealed record WaitingTerminal(string TerminalCode, string? Sends, bool Verifies, bool WasInterrupted);
