using Microsoft.Extensions.Logging.Abstractions;
using NotifyReceiver.Ationet;
using NotifyReceiver.Dispatching;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Dispatching.Sending;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Inserts.Verifying;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Support;

/// <summary>What one process sends with, without the loop that runs it: a test takes its turns.</summary>
internal sealed class SendingProcess
{
    private readonly AtionetOptions _options;
    private readonly TimeProvider _clock;
    private readonly TerminalTurn _turn;

    public SendingProcess(Database database, AtionetOptions options, HttpClient client, TimeProvider clock, int seed)
    {
        (Database, _options, _clock) = (database, options, clock);
        var chance = new Chance(new Random(seed));
        Destinations = new AllDestinations(
            options,
            client,
            new StopStore(database),
            () => null,
            chance,
            clock,
            NullLogger<AllDestinations>.Instance
        );
        _turn = new TerminalTurn(
            new Claiming(database),
            new RequestSending(
                new Recording(database),
                Destinations,
                options,
                chance,
                clock,
                NullLogger<RequestSending>.Instance
            ),
            new DeliveryLookup(
                new Settling(database),
                Destinations,
                options,
                chance,
                clock,
                NullLogger<DeliveryLookup>.Instance
            ),
            Destinations,
            options,
            clock,
            NullLogger<TerminalTurn>.Instance
        );
    }

    public Database Database { get; }

    public AllDestinations Destinations { get; }

    public IReadOnlyList<WaitingTerminal> Waiting =>
        new WaitingTerminals(Database).At(_clock.GetUtcNow(), _options.IsDryRun);

    public Task TakeTurnAsync(string terminalCode) => _turn.RunAsync(terminalCode);

    /// <summary>Turns as long as anything comes of them.</summary>
    public async Task SendAsync(SendingWorld world)
    {
        int before;
        do
        {
            before = Requests();
            foreach (var terminal in Waiting)
            {
                await TakeTurnAsync(terminal.TerminalCode);
                await Destinations.RefreshAsync();
            }
        } while (Requests() > before);

        int Requests() => world.Inserts.List(null, 1000).Sum(insert => world.Inserts.AttemptsOf(insert.Id).Count);
    }

    public Task AdvanceAndSendAsync(SendingWorld world, TimeSpan by)
    {
        world.Clock.Advance(by);
        return SendAsync(world);
    }
}
