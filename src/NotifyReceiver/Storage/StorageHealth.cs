namespace NotifyReceiver.Storage;

/// <summary>Whether more can be stored.</summary>
internal sealed class StorageHealth(Database database, DiskRoom disk)
{
    /// <summary>Why nothing can be, in words; null when all is well.</summary>
    public async Task<string?> TroubleAsync() => await database.WriteTroubleAsync() ?? disk.Shortage;
}
