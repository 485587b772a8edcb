namespace NotifyReceiver.Storage;

/// <summary>The database cannot be opened or cannot commit. The message is for the operator.</summary>
internal class StorageException(string message, Exception? cause = null) : Exception(message, cause);
