using System.Diagnostics;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>Lists, one after the other, as commands do beside a service.</summary>
internal sealed class ListedFile : IMeasured
{
    private readonly Database _database;
    private readonly Action _list;
    private readonly TimeSpan _turn;

    public ListedFile(GrownFile file, Action<Lists> list, TimeSpan turn)
    {
        _database = Database.OpenExisting(new StorageOptions(file.Directory).DatabaseFile);
        var lists = new Lists(new NotificationQueries(_database), new InsertQueries(_database));
        _list = () => list(lists);
        _turn = turn;
    }

    public Task<double> TakeAsync() => Task.Run(Take);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private double Take()
    {
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        do
        {
            _list();
            done++;
        } while (Stopwatch.GetElapsedTime(start) < _turn);
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
