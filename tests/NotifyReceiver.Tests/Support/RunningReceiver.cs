using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Receiving;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Support;

/// <summary>The whole service as it ships: real Kestrel, real TLS sockets, a real SQLite file; on ports that the system chooses.</summary>
internal sealed class RunningReceiver : IAsyncDisposable
{
    public const string ApiKey = "a-key-for-tests-0123456789";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;

    private RunningReceiver(WebApplication app, string apiKey)
    {
        _app = app;
        Database = app.Services.GetRequiredService<Database>();
        var addresses = ReceiverApp.AddressesOf(app);
        Webhook = new Uri(addresses.Single(address => address.Scheme == "https"), ReceivingEndpoints.Path);
        Admin = addresses.Single(address => address.Scheme == "http");
        Client = CreateClient();
        Client.DefaultRequestHeaders.Add("X-Api-Key", apiKey);
        Anonymous = CreateClient();
    }

    public Database Database { get; }

    public Uri Webhook { get; }

    public Uri Admin { get; }

    /// <summary>Calls with the right key.</summary>
    public HttpClient Client { get; }

    /// <summary>Calls without a key.</summary>
    public HttpClient Anonymous { get; }

    public NotificationQueries Notifications => new(Database);

    public InsertQueries Inserts => new(Database);

    public IServiceProvider Services => _app.Services;

    public static Task<RunningReceiver> StartAsync(
        TemporaryDirectory directory,
        params IEnumerable<KeyValuePair<string, string?>> settings
    ) => StartAsync(directory, TimeProvider.System, settings);

    public static async Task<RunningReceiver> StartAsync(
        TemporaryDirectory directory,
        TimeProvider clock,
        params IEnumerable<KeyValuePair<string, string?>> settings
    )
    {
        var sites = directory.File("sites.json");
        if (!File.Exists(sites))
        {
            await File.WriteAllTextAsync(sites, TestSites.Json);
        }
        Directory.CreateDirectory(directory.File("profiles"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
                {
                    ["Receiver:Listen"] = "https://127.0.0.1:0",
                    ["Receiver:DataDirectory"] = directory.File("data"),
                    ["Receiver:ApiKeys:0"] = ApiKey,
                    ["Admin:Listen"] = "http://127.0.0.1:0",
                    ["Certificates:Directory"] = directory.File("certs"),
                    ["Sites:File"] = sites,
                    ["Profiles:Directory"] = directory.File("profiles"),
                    ["Logging:LogLevel:Default"] = "Error",
                }
            )
            .AddInMemoryCollection(LastOfEach(settings))
            .Build();
        var app = ReceiverApp.Build(ReceiverSettings.Read(configuration), configuration, clock);
        await app.StartAsync();
        return new RunningReceiver(app, ApiKey);
    }

    public Task<HttpResponseMessage> PostAsync(byte[] body, string contentType = "application/xml", string? id = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Webhook) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (id is not null)
        {
            request.Headers.Add("X-Notification-Id", id);
        }
        return Client.SendAsync(request);
    }

    /// <summary>Posts a sample and returns the id that it was answered with.</summary>
    public async Task<NotificationId> PostSampleAsync(string name)
    {
        using var response = await PostAsync(
            Samples.Bytes(name),
            name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "application/xml"
        );
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return NotificationId.Parse(response.Headers.Location!.ToString().Split('/')[^1])!.Value;
    }

    /// <summary>Waits until the database shows it, looking again at each commit.</summary>
    public async Task WaitUntilAsync(Func<RunningReceiver, bool> shown)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = Database.NextCommit;
            if (shown(this))
            {
                return;
            }
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail(
                    $"it never came to that; notifications: {string.Join("; ", Notifications.List(null, 20))}; "
                        + $"inserts: {string.Join("; ", Inserts.List(null, 20))}"
                );
            }
        }
    }

    public Task WaitUntilInsertsAreAsync(string state, int count) =>
        WaitUntilAsync(it => it.Inserts.List(state, 1000).Count == count);

    public Task WaitUntilNotificationIsAsync(NotificationId id, string state) =>
        WaitUntilAsync(it => it.Notifications.Find(id)?.State == state);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string?> LastOfEach(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var last = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in settings)
        {
            last[key] = value;
        }
        return last;
    }

    private static HttpClient CreateClient() =>
        new(
            new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    EnabledSslProtocols = SslProtocols.None,
                    RemoteCertificateValidationCallback = (_, _, _, _) => true,
                },
            }
        );
}
