using System.Net;
using System.Net.Sockets;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Receiving;

/// <summary>What comes beyond what the service can hold is turned away with a reason, and what it took is kept.</summary>
public sealed class OverloadTests : IAsyncLifetime
{
    private const int MostConnections = 2000;
    private const int Calls = 40;
    private const int BodyBytes = 4 * 1024 * 1024;

    private readonly TemporaryDirectory _directory = new();
    private RunningReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await RunningReceiver.StartAsync(_directory);

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Bodies_that_do_not_end_fill_no_memory_and_the_others_are_taken_when_they_have_gone()
    {
        var calls = new List<UnfinishedCall>();
        try
        {
            for (var i = 0; i < Calls; i++)
            {
                calls.Add(await UnfinishedCall.StartAsync(_receiver.Webhook, BodyBytes));
            }
            // So many do not fit: the first that is told so shows it.
            var turnedAway = await await Task.WhenAny(calls.Select(call => call.AnswerAsync()));

            Assert.StartsWith("HTTP/1.1 503 ", turnedAway, StringComparison.Ordinal);
            Assert.Contains("Retry-After: 10\r\n", turnedAway, StringComparison.Ordinal);
        }
        finally
        {
            calls.ForEach(call => call.Dispose());
        }
        await PostUntilTakenAsync();
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_closed_and_the_operators_door_stays_open()
    {
        var crowd = new List<TcpClient>();
        try
        {
            var isOneClosed = false;
            while (!isOneClosed && crowd.Count <= MostConnections)
            {
                var client = new TcpClient();
                crowd.Add(client);
                isOneClosed = !await TryConnectAsync(client);
            }
            Assert.Equal(MostConnections + 1, crowd.Count);
            // Of all that came one is closed; which one, the order of their acceptance decides.
            if (!isOneClosed)
            {
                await await Task.WhenAny(crowd.Select(EndAsync));
            }

            using var live = await _receiver.Anonymous.GetAsync(new Uri(_receiver.Admin, "/health/live"));
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }
        finally
        {
            crowd.ForEach(client => client.Dispose());
        }
        await PostUntilTakenAsync();
    }

    // One that is closed at once may hear of that before its connecting has ended here.
    private async Task<bool> TryConnectAsync(TcpClient client)
    {
        try
        {
            await client.ConnectAsync(_receiver.Webhook.Host, _receiver.Webhook.Port);
            return true;
        }
        catch (SocketException closed) when (closed.SocketErrorCode == SocketError.ConnectionReset)
        {
            return false;
        }
    }

    private static async Task EndAsync(TcpClient client)
    {
        try
        {
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1]));
        }
        catch (IOException)
        {
            // Closed with a reset.
        }
    }

    private async Task PostUntilTakenAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!patience.IsCancellationRequested)
        {
            try
            {
                using var response = await _receiver.PostAsync("<a/>"u8.ToArray());
                if (response.StatusCode == HttpStatusCode.Accepted)
                {
                    return;
                }
                Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            }
            catch (HttpRequestException)
            {
                // The crowd is still being shown out.
            }
        }
        Assert.Fail("nothing was taken any more");
    }
}
