using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Space;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Retention;

/// <summary>What an operator sees of growth and pruning.</summary>
internal sealed class RetentionState(Database database, RetentionOptions options)
{
    /// <summary>The figures in words, and what is wrong; null when nothing is.</summary>
    public (string Figures, string? Trouble) Now()
    {
        using var connection = database.OpenReader();
        var space = FileSpace.Of(connection);
        var done = RetentionStore.Find(connection);
        var figures =
            $"{ByteText.Of(space.UsedBytes)} in use, {ByteText.Of(space.FileBytes - space.UsedBytes)} of the file empty"
            + (done is null ? "" : $"; {done.Pruned} notifications pruned so far, {done.Emptied} of them in part");
        return (figures, TroubleOf(space));
    }

    // A little more may come between two passes.
    private string? TroubleOf(FileSpace space) =>
        options.MaxBytes > 0 && space.UsedBytes - options.MaxBytes > options.MaxBytes / 10
            ? $"the database holds {ByteText.Of(space.UsedBytes)}, more than Retention:MaxBytes ({ByteText.Of(options.MaxBytes)}): "
                + "what it holds is open, came within a day or may still be listed by catch-up; "
                + "'list --state quarantined', 'list --state held' and 'list --state refused' show what waits for a person"
            : null;
}
