namespace NotifyReceiver.Documents;

/// <summary>Under what name a document was obtained; nothing of it is told when it came in the call itself.</summary>
/// <param name="Path">Its path at Petrosoft's Business Documents API.</param>
/// <param name="DocumentType">The document type that was listed or named.</param>
/// <param name="BusinessUnit">Petrosoft's location id that it was listed or named for.</param>
internal sealed record DocumentSource(string? Path = null, string? DocumentType = null, string? BusinessUnit = null);
