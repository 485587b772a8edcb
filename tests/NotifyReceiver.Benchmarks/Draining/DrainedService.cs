using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Benchmarks.Serving;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Benchmarks.Draining;

/// <summary>The whole service on a data directory with a full outbox, its log at errors alone.</summary>
internal sealed class DrainedService : IAsyncDisposable
{
    // Answered by partial indexes, each of what it names: looking must not slow down what is looked at.
    private const string AnyWaits = "SELECT EXISTS (SELECT 1 FROM inserts WHERE state = 'pending')";
    private const string AnyUnderWay = """
        SELECT EXISTS (SELECT 1 FROM requests WHERE finished_at IS NULL)
          OR EXISTS (SELECT 1 FROM inserts WHERE state = 'verifying')
        """;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly WebApplication _app;
    private readonly SqliteConnection _connection;

    private DrainedService(WebApplication app)
    {
        _app = app;
        _connection = app.Services.GetRequiredService<Database>().OpenReader();
    }

    /// <summary>Builds it; nothing is sent yet.</summary>
    /// <param name="connections">With how many terminals something may be under way at once.</param>
    public static DrainedService Build(string data, AtionetProcess host, int connections)
    {
        var app = ProductSettings.Build(
            data,
            new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Ationet:BaseUrl"] = host.Address.ToString(),
                ["Ationet:UserName"] = AtionetProcess.Options.UserName,
                ["Ationet:Password"] = AtionetProcess.Options.Password,
                ["Ationet:ParallelTerminals"] = $"{connections}",
                ["Logging:LogLevel:Default"] = "Error",
            }
        );
        return new DrainedService(app);
    }

    /// <summary>Starts it, doors and all. Its workers begin when this completes.</summary>
    public Task StartAsync() => _app.StartAsync();

    /// <summary>Completes when nothing waits any more and nothing is under way.</summary>
    public async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var glances = new PeriodicTimer(Glance);
        while (IsSo(AnyWaits) || IsSo(AnyUnderWay))
        {
            await glances.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>The bodies that were sent, in the order of the requests.</summary>
    /// <exception cref="InvalidOperationException">An insert was not accepted: what was measured is not what was meant.</exception>
    public IReadOnlyList<string> Bodies()
    {
        var states = _connection.Query<string>("SELECT DISTINCT state FROM inserts").ToList();
        return states is ["accepted"]
            ? [.. _connection.Query<string>("SELECT body FROM requests ORDER BY seq")]
            : throw new InvalidOperationException($"The outbox was not drained: {string.Join(", ", states)}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private bool IsSo(string question) => _connection.ExecuteScalar<bool>(question);
}
