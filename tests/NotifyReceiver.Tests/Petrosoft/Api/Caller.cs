using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Tests.Support;
using ProductOptions = NotifyReceiver.Petrosoft.PetrosoftOptions;
using SimulatorOptions = NotifyReceiver.Simulators.Petrosoft.PetrosoftOptions;

namespace NotifyReceiver.Tests.Petrosoft.Api;

/// <summary>The product's client, put together as it ships, and the simulator that it calls; both on the test's clock.</summary>
internal sealed class Caller : IAsyncDisposable
{
    public const string Directory = "5127/12345/fuel-invoice/20260115/";
    public const string FuelInvoice = "fuel-invoice";
    public const string Station = "12345";

    private readonly ServiceProvider _services;

    private Caller(PetrosoftSimulator host, ManualClock clock, ProductOptions options)
    {
        Host = host;
        Clock = clock;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddPetrosoft(options)
            .BuildServiceProvider();
    }

    public PetrosoftSimulator Host { get; }

    public ManualClock Clock { get; }

    public CollectedLog Log { get; } = new();

    public DocumentsApi Api => _services.GetRequiredService<DocumentsApi>();

    public int LogIns => Host.CountOf(PetrosoftEndpoint.Token);

    public int Refreshes => Host.CountOf(PetrosoftEndpoint.RefreshToken);

    /// <param name="simulated">How the host behaves.</param>
    /// <param name="change">How the product's settings differ from those that fit.</param>
    public static async Task<Caller> StartAsync(
        SimulatorOptions? simulated = null,
        Func<ProductOptions, ProductOptions>? change = null
    )
    {
        var clock = new ManualClock();
        var host = await PetrosoftSimulator.StartAsync(simulated, clock);
        var address = new Uri(host.BaseUrl);
        var options = new ProductOptions(address, address, host.Options.Login, host.Options.Password);
        return new Caller(host, clock, change is null ? options : change(options));
    }

    public string Publish(string fileName, string content = "<a/>") =>
        Publish(fileName, Encoding.UTF8.GetBytes(content));

    public string Publish(string fileName, byte[] content) =>
        Host.Publish(Station, FuelInvoice, Directory, fileName, content);

    /// <summary>Publishes 1.xml, 2.xml and so on.</summary>
    public void PublishMany(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            Publish($"{number}.xml");
        }
    }

    public Task<Answer<FetchedFile>> FetchAsync(string path) => Api.FetchAsync(path, CancellationToken.None);

    public async Task<FetchedFile> GetAsync(string path) =>
        Assert.IsType<Answer<FetchedFile>.Got>(await FetchAsync(path)).Value;

    public Task<Answer<IReadOnlyList<ListedDocument>>> ListAsync(string directory = Directory) =>
        Api.DocumentsAsync(directory, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Host.DisposeAsync();
        Log.Dispose();
    }
}
