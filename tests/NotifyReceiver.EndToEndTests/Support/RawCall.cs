namespace NotifyReceiver.EndToEndTests.Support;

/// <param name="Id">The sender's id for it; null when it gives none.</param>
internal sealed record RawCall(byte[] Body, string ContentType, string? Id = null);
