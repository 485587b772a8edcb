using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Petrosoft.CatchingUp;

/// <summary>Catch-up against the simulated host, with a real file and a clock that the test moves.</summary>
internal sealed class CatchUpOnDisk : IAsyncDisposable
{
    public const string Type = "fuel-invoice";

    private readonly TemporaryDirectory _directory = new();
    private readonly ServiceProvider _services;

    private CatchUpOnDisk(PetrosoftSimulator host)
    {
        Host = host;
        Database = Database.Create(new StorageOptions(_directory.File("data")));
        var options = new NotifyReceiver.Petrosoft.PetrosoftOptions(
            new Uri(host.BaseUrl),
            new Uri(host.BaseUrl),
            host.Options.Login,
            host.Options.Password
        );
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(_ => Database)
            .AddPetrosoft(options)
            .AddFetching()
            .AddCatchUp(new CatchUpOptions([Type], TimeSpan.FromHours(1), OverlapDays: 2))
            .BuildServiceProvider();
    }

    public PetrosoftSimulator Host { get; }

    public Database Database { get; }

    /// <summary>At the station it is the 15th of January, seven in the evening.</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 16, 0, 0, 0, TimeSpan.Zero));

    public NotificationQueries Notifications => new(Database);

    public CatchUpStore Store => _services.GetRequiredService<CatchUpStore>();

    public Watermark Watermark => Assert.Single(Store.Watermarks());

    public static async Task<CatchUpOnDisk> StartAsync() => new(await PetrosoftSimulator.StartAsync());

    /// <param name="report">Gets how far it is, after each document.</param>
    public Task<CatchUpResult> RunAsync(
        string? since = null,
        bool isDryRun = false,
        Action<CatchUpProgress>? report = null
    ) =>
        _services
            .GetRequiredService<CatchUp>()
            .RunAsync(
                new CatchUpSubject(
                    TestSites.MainStreet,
                    Type,
                    since is null ? null : DateOnly.Parse(since, CultureInfo.InvariantCulture)
                ),
                isDryRun,
                report ?? (_ => { }),
                CancellationToken.None
            );

    public string Publish(string day, string file, string content) =>
        Host.Publish("12345", Type, $"5127/12345/fuel-invoice/{day}/", file, Encoding.UTF8.GetBytes(content));

    /// <summary>The number that the next notification gets.</summary>
    public Task NumberNextAsync(int seq) =>
        Database.WriteAsync(connection =>
            connection.Execute(
                """
                DELETE FROM sqlite_sequence WHERE name = 'notifications';
                INSERT INTO sqlite_sequence (name, seq) VALUES ('notifications', @seq - 1)
                """,
                new { seq }
            )
        );

    /// <summary>A document that a call carried.</summary>
    public Task CarryAsync(string content, string? id) =>
        new CallInbox(Database).AddAsync(
            new ReceivedCall(
                Clock.GetUtcNow(),
                id,
                "key 1",
                null,
                null,
                "[]"u8.ToArray(),
                Encoding.UTF8.GetBytes(content)
            )
        );

    /// <summary>A document that a notification named and that was fetched.</summary>
    public Task FetchAsync(string path, string content) =>
        Database.WriteAsync(connection =>
            FetchedInbox.Add(
                connection,
                new FetchedDocument(
                    NotificationOrigin.Fetch,
                    path,
                    Type,
                    "12345",
                    Clock.GetUtcNow(),
                    ContentType: null,
                    Encoding.UTF8.GetBytes(content)
                ),
                Clock.GetUtcNow()
            )
        );

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
        await Host.DisposeAsync();
        _directory.Dispose();
        Assert.Empty(Host.Violations);
    }
}
