using System.Net;
using Dapper;
using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Cli;
using NotifyReceiver.Cli.Reconciling;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Inserts.Reconciling;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Cli.Reconciling;

/// <summary>The service sends on while ATIONET is being asked.</summary>
public sealed class ComparedTests : IAsyncLifetime
{
    private static readonly Days Day = new(new DateOnly(2026, 1, 15), new DateOnly(2026, 1, 15));

    private readonly TemporaryDirectory _directory = new();
    private readonly Database _database;

    public ComparedTests() => _database = Database.Create(new StorageOptions(_directory.File("data")));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task What_is_accepted_while_ATIONET_is_asked_may_be_in_its_answer_or_not()
    {
        await Listed.AddAsync(_database, Listed.Delivery(1, state: InsertState.Pending), "1");

        var without = await CompareAsync("[]", AcceptAsync);

        Assert.Empty(without.Result.Missing);
        Assert.True(without.Result.IsAsItShouldBe);
    }

    [Fact]
    public async Task What_was_accepted_before_is_missed()
    {
        await Listed.AddAsync(_database, Listed.Delivery(1, state: InsertState.Accepted), "1");

        var without = await CompareAsync("[]", () => Task.CompletedTask);

        Assert.Equal(new InsertId(1), Assert.Single(without.Result.Missing).Id);
    }

    [Fact]
    public async Task What_is_sent_and_accepted_while_ATIONET_is_asked_is_not_unknown_to_us()
    {
        await Listed.AddAsync(_database, Listed.Delivery(1, state: InsertState.Pending), "1");

        var with = await CompareAsync(
            """
            [{"DeliveryId":"d1","TerminalCode":"ABC0123456789","SiteCode":"SITE1","ProductCode":"001","TankNumber":"01",
              "CreatedDateTime":"2026/01/15 04:31:12","TotalVolume":15898.729,"InvoiceNumber":"INV1"}]
            """,
            AcceptAsync
        );

        Assert.Single(with.Result.Unexpected);
        Assert.True(with.Result.IsAsItShouldBe);
    }

    private Task<int> AcceptAsync() =>
        _database.WriteAsync(connection => connection.Execute("UPDATE inserts SET state = 'accepted'"));

    private async Task<Compared.AtSite> CompareAsync(string answer, Func<Task> whileAsked)
    {
        using var http = new HttpClient(new Host(answer, whileAsked));
        var user = new Credentials("user", "password");
        var destination = new DestinationOptions(
            DestinationOptions.DefaultName,
            new Uri("http://127.0.0.1"),
            user,
            AuthorizationForm.Plain,
            user
        );
        var options = new AtionetOptions(
            destination,
            Networks: [],
            "model",
            "1.0",
            Timeout: TimeSpan.FromSeconds(20),
            InventoriesPerRequest: 1,
            DeliveriesPerRequest: 1,
            ParallelTerminals: 1,
            RetryFor: TimeSpan.FromHours(1),
            Settle: TimeSpan.Zero
        );
        var download = new NetworkDownload(
            new DownloadClient(http, destination, options.Timeout, new ManualClock()),
            options,
            new Network(destination, "ABC", [TestSites.MainStreet]),
            Day,
            new ProgressLine()
        );
        var compared = await Compared.OfAsync(RowKind.Delivery, download, new ReconcileQueries(_database));
        return Assert.Single(compared.Sites);
    }

    private sealed class Host(string answer, Func<Task> whileAsked) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            await whileAsked();
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
        }
    }
}
