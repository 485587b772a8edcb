namespace NotifyReceiver.Petrosoft.Api;

/// <summary>A file as the host holds it; it may be an archive, whatever its content type says.</summary>
/// <param name="Path">Where it was found, which may not be where it was looked for at first.</param>
internal sealed record FetchedFile(string Path, byte[] Body, string? ContentType);
