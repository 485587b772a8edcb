namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>A document as it was fetched.</summary>
/// <param name="Path">Where Petrosoft keeps it; of a file in an archive, the archive's path, <c>#</c> and the file's name.</param>
internal sealed record NamedFile(string Path, string? ContentType, byte[] Body);
