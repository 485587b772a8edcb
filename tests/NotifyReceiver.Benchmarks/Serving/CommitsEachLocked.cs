using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>One connection, which callers take in turn; a commit for each call.</summary>
internal sealed class CommitsEachLocked : IStoring
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SqliteConnection _connection;

    public CommitsEachLocked(string file)
    {
        _connection = StoredCall.Open(file);
        StoredCall.CreateTable(_connection);
    }

    public async Task TakeAsync(HttpRequest request)
    {
        var call = await StoredCall.ReadAsync(request);
        await _turn.WaitAsync();
        try
        {
            call.Insert(_connection);
        }
        finally
        {
            _turn.Release();
        }
    }
}
