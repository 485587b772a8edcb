using System.Text;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Reconciling;

/// <summary>The deliveries and readings of the samples, sent to a simulated host that others insert at as well.</summary>
internal sealed class Books : IAsyncDisposable
{
    public const string Day = "2026-01-15";

    public const string Delivered = "2026/01/15 04:31:00";

    /// <summary>The first of the two deliveries.</summary>
    public const string Volume = "15898.729";

    private const int Requests = 4;

    private readonly ITestOutputHelper _log;
    private readonly HttpClient _elsewhere = new();

    private Books(ITestOutputHelper log, AtionetSimulator ationet)
    {
        _log = log;
        Ationet = ationet;
        Installation = new Installation(log);
    }

    public AtionetSimulator Ationet { get; }

    public Installation Installation { get; }

    public static async Task<Books> SentAsync(ITestOutputHelper log)
    {
        var books = new Books(log, await AtionetSimulator.StartAsync());
        var installation = books.Installation;
        installation.SendTo(books.Ationet);
        installation.LookUpAt(books.Ationet);
        await installation.StartAsync();
        await installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        await installation.Curl.PostSampleAsync(Samples.TankReadings);
        await installation.Listing.WaitForInsertsAsync(Requests, "accepted");
        return books;
    }

    /// <summary>Compares the day of the samples.</summary>
    public Task<CommandRun> ReconcileAsync(params string[] more) =>
        Installation.RunAsync(["reconcile", "--from", Day, "--to", Day, .. more]);

    /// <summary>The request with which the first delivery of the samples went, or went the first reading.</summary>
    /// <param name="action">701 or 702.</param>
    public string SentWith(string action) =>
        Ationet
            .Requests.Select(request => request.Body)
            .First(body => body.StartsWith($"{{\"ActionCode\":\"{action}\"", StringComparison.Ordinal));

    /// <summary>Inserts at the host as somebody else, past this product.</summary>
    public async Task InsertElsewhereAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Ationet.BaseUrl}/v1/fms"))
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"Basic {Ationet.Options.UserName}:{Ationet.Options.Password}"
        );
        using var response = await _elsewhere.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _log.WriteLine($"{Ationet}");
        _elsewhere.Dispose();
        await Installation.DisposeAsync();
        await Ationet.DisposeAsync();
    }
}
