using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Benchmarks.Draining;

/// <summary>The whole service on a copy of a full outbox, its log at errors alone.</summary>
internal sealed class DrainedService : IAsyncDisposable
{
    // The state is named and no parameter, so that a partial index answers: looking must not slow down what is looked at.
    private const string AnyWaits = "SELECT EXISTS (SELECT 1 FROM inserts WHERE state = 'pending')";
    private const string AnyUnderWay = "SELECT EXISTS (SELECT 1 FROM inserts WHERE state IN ('sending', 'verifying'))";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TemporaryDirectory _directory;
    private readonly WebApplication _app;
    private readonly SqliteConnection _connection;

    private DrainedService(TemporaryDirectory directory, WebApplication app)
    {
        _directory = directory;
        _app = app;
        _connection = app.Services.GetRequiredService<Database>().OpenReader();
    }

    /// <summary>Builds it; nothing is sent yet.</summary>
    /// <param name="connections">With how many terminals something may be under way at once.</param>
    public static DrainedService Build(FullOutbox outbox, AtionetProcess host, int connections)
    {
        var directory = new TemporaryDirectory();
        var data = directory.File("data");
        outbox.CopyTo(data);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
                {
                    ["Receiver:Listen"] = "https://127.0.0.1:0",
                    ["Receiver:DataDirectory"] = data,
                    ["Receiver:ApiKeys:0"] = "a-key-for-benchmarks-0123456789",
                    ["Admin:Listen"] = "http://127.0.0.1:0",
                    ["Certificates:Directory"] = directory.File("certs"),
                    ["Sites:File"] = Path.Combine(AppContext.BaseDirectory, "Samples", "sites.json"),
                    ["Ationet:BaseUrl"] = host.Address.ToString(),
                    ["Ationet:UserName"] = AtionetProcess.Options.UserName,
                    ["Ationet:Password"] = AtionetProcess.Options.Password,
                    ["Ationet:ParallelTerminals"] = $"{connections}",
                    ["Logging:LogLevel:Default"] = "Error",
                }
            )
            .Build();
        var app = ReceiverApp.Build(ReceiverSettings.Read(configuration), configuration, TimeProvider.System);
        return new DrainedService(directory, app);
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
        _directory.Dispose();
    }

    private bool IsSo(string question) => _connection.ExecuteScalar<bool>(question);
}
