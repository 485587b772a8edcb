using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;
using NotifyReceiver.Tests.Support.Stepping;
using ProductOptions = NotifyReceiver.Ationet.AtionetOptions;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>A process of a history: it takes turns, is put aside in the middle of them, and dies.</summary>
internal sealed class HistoryProcess : IAsyncDisposable
{
    private readonly SendingWorld _world;
    private readonly HttpClient _client = SendingWorld.CreateClient();
    private readonly Database _database;
    private readonly List<BegunTurn> _suspended = [];

    public HistoryProcess(SendingWorld world, ProductOptions options, int seed)
    {
        _world = world;
        _database = world.OpenBeside();
        Sending = new SendingProcess(_database, options, _client, world.Clock, seed);
    }

    public SendingProcess Sending { get; }

    public IReadOnlyList<BegunTurn> Suspended => _suspended;

    public Stepped Begin(string terminal)
    {
        var piece = Stepped.Start(() => Sending.TakeTurnAsync(terminal), _database);
        _suspended.Add(new BegunTurn(terminal, piece, _world.Clock.GetUtcNow()));
        return piece;
    }

    /// <summary>So many steps, or to its end; what can only end when the clock moves has its clock moved.</summary>
    public async Task StepAsync(Stepped piece, int most = int.MaxValue)
    {
        for (var steps = 0; steps < most && piece.Standing != Standing.Ended; steps++)
        {
            var standing = await piece.StepAsync(UntilHeld);
            while (standing == Standing.Waiting)
            {
                _world.Clock.Advance(TimeSpan.FromSeconds(21));
                await _world.Ationet.WaitForAsync(it => it.HeldRequests == 0, TimeSpan.FromSeconds(30));
                standing = await piece.StepAsync(UntilHeld);
            }
        }
        if (piece.Standing == Standing.Ended)
        {
            _suspended.RemoveAll(it => it.Piece == piece);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _suspended.ForEach(it => it.Piece.Abandon());
        _client.Dispose();
        await _database.DisposeAsync();
    }

    private Task UntilHeld(CancellationToken gone) =>
        _world.Ationet.WaitForAsync(it => it.HeldRequests > 0, TimeSpan.FromSeconds(30), gone);

    /// <summary>A turn that was begun and has not come to its end.</summary>
    internal sealed record BegunTurn(string Terminal, Stepped Piece, DateTimeOffset At);
}
