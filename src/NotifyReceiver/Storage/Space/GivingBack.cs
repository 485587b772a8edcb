using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage.Space;

/// <summary>
/// A file that an earlier version made cannot give space back bit by bit, until it is written anew once. That takes about twice its
/// size on its own disk.
/// </summary>
internal static class GivingBack
{
    private const int SpaceForLog = 2;

    /// <summary>Makes the file one that can, where it is not and where there is room; the service alone has it.</summary>
    /// <param name="tell">Gets what is done, or why not, a line each.</param>
    public static void Allow(SqliteConnection connection, string file, Action<string> tell)
    {
        var space = FileSpace.Of(connection);
        if (space.IsGivenBack)
        {
            return;
        }
        var needed = space.UsedBytes * SpaceForLog;
        var shortage = ShortOf(needed, Path.GetFullPath(file));
        if (shortage is not null)
        {
            tell(
                $"the database cannot give space back yet: that takes writing it anew once, and {shortage}; all else goes on"
            );
            return;
        }
        tell(
            $"writing the database ({InMegabytes(space.UsedBytes)}) anew once, so that it can give space back; this may take minutes"
        );
        var watch = Stopwatch.StartNew();
        try
        {
            // What is to be is told before, and comes with the next writing.
            connection.Execute("PRAGMA auto_vacuum = INCREMENTAL", commandTimeout: 0);
            connection.Execute("VACUUM", commandTimeout: 0);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)", commandTimeout: 0);
            tell(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the database was written anew in {watch.Elapsed.TotalSeconds:0} s"
                )
            );
        }
        catch (SqliteException failure)
        {
            tell(
                $"the database could not be written anew, and is as it was: {StorageFault.InWords(file, failure)}; all else goes on"
            );
        }
    }

    // A disk that cannot be asked is tried: what fails changes nothing.
    private static string? ShortOf(long needed, string path) =>
        DiskSpace.FreeAt(path) is { } free && free < needed
            ? $"the disk of '{Path.GetDirectoryName(path)}' has {InMegabytes(free)} free where {InMegabytes(needed)} are needed"
            : null;

    private static string InMegabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.#} MB");
}
