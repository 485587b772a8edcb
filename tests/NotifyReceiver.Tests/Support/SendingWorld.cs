using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Restoring;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Copying;
using NotifyReceiver.Tests.Support.Stepping;
using ProductOptions = NotifyReceiver.Ationet.AtionetOptions;

namespace NotifyReceiver.Tests.Support;

/// <summary>One file, one simulated host, one clock, and as many processes as a test likes.</summary>
internal sealed class SendingWorld : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Dictionary<bool, ProductOptions> _options = [];
    private HttpClient? _client;
    private int _documents;

    public ManualClock Clock { get; } = new();

    /// <summary>The other half of the service: what arrives is written through it.</summary>
    public Database Database { get; private set; } = null!;

    public AtionetSimulator Ationet { get; private set; } = null!;

    public static async Task<SendingWorld> CreateAsync()
    {
        var world = new SendingWorld();
        world.Ationet = await AtionetSimulator.StartAsync(clock: world.Clock);
        world.Database = Database.Create(world.Storage);
        return world;
    }

    private StorageOptions Storage => new(_directory.File("data"));

    public bool IsDown { get; private set; }

    public async Task GoDownAsync()
    {
        IsDown = true;
        await Ationet.StopAsync();
    }

    public async Task ComeUpAsync()
    {
        if (IsDown)
        {
            IsDown = false;
            await Ationet.RestartAsync();
        }
    }

    /// <summary>Time passes until the host has stored what it is about to store.</summary>
    public async Task SettleAsync()
    {
        while (Ationet.LateRequests > 0 || Ationet.HeldRequests > 0)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
    }

    public string BackUp()
    {
        var copy = _directory.File("copy.db");
        Assert.IsType<Backup.Made>(Backup.Make(Storage.DatabaseFile, copy, _ => { }, CancellationToken.None));
        return copy;
    }

    /// <summary>The service stops, a copy is put in place, and the database is opened as the service would. Processes of before are gone.</summary>
    public async Task<RestoredOutbox> RestoreAsync(string copy)
    {
        await Database.DisposeAsync();
        var now = Clock.GetUtcNow();
        RestoredOutbox? outbox = null;
        var replaced = Replacement.Make(
            Storage,
            copy,
            connection => outbox = RestoredOutbox.Doubt(connection, now),
            now,
            _ => { },
            CancellationToken.None
        );
        Assert.IsType<Replacement.Done>(replaced);
        Database = Database.Create(Storage);
        return outbox!;
    }

    public Database OpenBeside() => Database.OpenExisting(Storage.DatabaseFile);

    public static HttpClient CreateClient() => AtionetHttp.CreateClient(new WholeReplies(AtionetHttp.CreateHandler()));

    /// <summary>As most of them are: a delivery alone, looked up where need be, for a week.</summary>
    public ProductOptions Options(bool canLook = true)
    {
        if (!_options.TryGetValue(canLook, out var options))
        {
            options = Options(canLook, deliveriesTogether: 1, TimeSpan.FromDays(7));
            _options.Add(canLook, options);
        }
        return options;
    }

    /// <param name="canLook">Whether there is a user who looks up what ATIONET has.</param>
    /// <param name="deliveriesTogether">How many deliveries share a request.</param>
    public ProductOptions Options(bool canLook, int deliveriesTogether, TimeSpan retryFor)
    {
        var host = new DestinationOptions(
            DestinationOptions.DefaultName,
            new Uri(Ationet.BaseUrl),
            new Credentials(Ationet.Options.UserName, Ationet.Options.Password),
            AuthorizationForm.Plain,
            canLook ? new Credentials(Ationet.Options.DownloadUserName, Ationet.Options.DownloadPassword) : null
        );
        return new ProductOptions(
            host,
            [host with { Name = "XYZ" }],
            "model",
            "1.0",
            Timeout: TimeSpan.FromSeconds(20),
            InventoriesPerRequest: 4,
            deliveriesTogether,
            ParallelTerminals: 16,
            retryFor,
            Settle: TimeSpan.FromMinutes(5)
        );
    }

    public SendingProcess Process(ProductOptions options, int seed = 1) =>
        new(Database, options, _client ??= CreateClient(), Clock, seed);

    /// <summary>Puts a document of its own into the outbox.</summary>
    public async Task FillAsync(string terminal, params IReadOnlyList<Row> rows)
    {
        var now = Clock.GetUtcNow();
        var id = await Filling.NotificationAsync(Database, $"{_documents++}", now);
        await Filling.FillAsync(Database, id, terminal, identity: null, isDryRun: false, rows, now);
    }

    public InsertQueries Inserts => new(Database);

    /// <summary>The state of each insert, in the order in which they came.</summary>
    public IReadOnlyList<string> States => [.. Inserts.List(null, 1000).Reverse().Select(insert => insert.State)];

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await Database.DisposeAsync();
        await Ationet.DisposeAsync();
        _directory.Dispose();
    }
}
