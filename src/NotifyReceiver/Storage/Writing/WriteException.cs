namespace NotifyReceiver.Storage.Writing;

/// <summary>What one caller wanted to write is not possible, while the database itself is well: to try again would change nothing.</summary>
internal sealed class WriteException(string message, Exception cause) : StorageException(message, cause);
