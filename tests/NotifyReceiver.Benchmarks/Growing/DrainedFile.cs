using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Benchmarks.Draining;
using NotifyReceiver.Benchmarks.Measuring;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>Puts rows out and has the service send them, in a turn; only the sending counts.</summary>
internal sealed class DrainedFile(GrownFile file, AtionetProcess ationet, int rows) : IMeasured
{
    public static Task<IMeasured> OpenAsync(GrownFile file, AtionetProcess ationet, int rows) =>
        Task.FromResult<IMeasured>(new DrainedFile(file, ationet, rows));

    public async Task<double> TakeAsync()
    {
        var options = new StorageOptions(file.Directory);
        await using (var database = Database.OpenExisting(options.DatabaseFile))
        {
            await FullOutbox.AddAsync(database, RowKind.Delivery, file.PutOut(rows), rows);
        }
        await ationet.ResetAsync(TimeSpan.Zero);
        await using var service = DrainedService.Build(file.Directory, ationet, Drain.Connections);
        await service.StartAsync();
        var effort = await Effort.OfAsync(ationet.Process, service.DrainAsync);
        return rows / effort.Elapsed.TotalSeconds;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
