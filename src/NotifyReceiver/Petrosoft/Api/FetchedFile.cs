namespace NotifyReceiver.Petrosoft.Api;

/// <summary>A file as the host holds it; it may be an archive, whatever its content type says.</summary>
internal sealed record FetchedFile(byte[] Body, string? ContentType);
