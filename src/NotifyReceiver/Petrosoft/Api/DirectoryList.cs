namespace NotifyReceiver.Petrosoft.Api;

/// <param name="Directories">Each as <see cref="DocumentsApi.DocumentsAsync"/> takes it.</param>
/// <param name="Total">How many there are, when the host tells of more than it lists.</param>
internal sealed record DirectoryList(IReadOnlyList<string> Directories, long? Total);
