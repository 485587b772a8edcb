using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage.Writing;

/// <summary>Why nothing can be written.</summary>
/// <param name="Reason">In words.</param>
/// <param name="IsDamage">Whether the file itself is broken: then no commit that succeeds elsewhere in it proves it well.</param>
internal sealed record WriteTrouble(string Reason, bool IsDamage)
{
    /// <param name="file">The database.</param>
    public static WriteTrouble Of(string file, Exception failure) =>
        SqliteFault(failure) is { } fault
            ? new WriteTrouble(StorageFault.InWords(file, fault), StorageFault.IsDamage(fault))
            : new WriteTrouble(failure.Message, IsDamage: false);

    private static SqliteException? SqliteFault(Exception? failure) =>
        failure as SqliteException ?? (failure is null ? null : SqliteFault(failure.InnerException));
}
