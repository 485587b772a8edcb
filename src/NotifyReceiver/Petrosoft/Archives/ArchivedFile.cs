namespace NotifyReceiver.Petrosoft.Archives;

/// <param name="Name">With its folders, as the archive has it; empty when a gzip file tells none.</param>
internal sealed record ArchivedFile(string Name, byte[] Body);
