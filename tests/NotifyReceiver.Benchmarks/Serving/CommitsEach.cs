using Microsoft.AspNetCore.Http;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>A connection and a commit for each call, with Dapper.</summary>
internal sealed class CommitsEach : IStoring
{
    private readonly string _file;

    public CommitsEach(string file)
    {
        _file = file;
        using var connection = StoredCall.Open(file);
        StoredCall.CreateTable(connection);
    }

    public async Task TakeAsync(HttpRequest request)
    {
        var call = await StoredCall.ReadAsync(request);
        await using var connection = StoredCall.Open(_file);
        call.Insert(connection);
    }
}
