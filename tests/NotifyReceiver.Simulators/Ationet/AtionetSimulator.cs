using System.Diagnostics.CodeAnalysis;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Simulators.Misbehaving;

namespace NotifyReceiver.Simulators.Ationet;

/// <summary>ATIONET's host for fuel deliveries and inventories: a strict judge of what it is sent, on a real socket.</summary>
public sealed class AtionetSimulator : IAsyncDisposable
{
    private readonly Changes _changes = new();
    private readonly RequestLog _log;
    private readonly InsertedRows _rows;
    private readonly Script<AtionetMisbehaviour> _script;
    private readonly Holding _holding;
    private readonly LateStoring _late;
    private readonly SimulatedHost _host;

    private AtionetSimulator(AtionetOptions options, TimeProvider clock)
    {
        Options = options;
        _log = new(clock, _changes, options.RequestLines);
        _rows = new(clock, _changes);
        _script = new(_changes);
        _holding = new(clock, _changes);
        _late = new(clock, _changes);
        var endpoints = new AtionetEndpoints(options, _rows, new(_script, _holding, _late));
        _host = new(_log, AtionetControl.For(this), endpoints.HandleAsync);
    }

    public AtionetOptions Options { get; }

    /// <summary>Without a slash at the end.</summary>
    [SuppressMessage("Design", "CA1056", Justification = "It goes into settings, which are text.")]
    public string BaseUrl => _host.BaseUrl;

    /// <summary>Deliveries and inventories in the order in which they were stored; those of one request in its order.</summary>
    public IReadOnlyList<InsertedRow> Rows => _rows.All;

    public IReadOnlyList<InsertedRow> Deliveries => _rows.Of(InsertKind.Delivery);

    public IReadOnlyList<InsertedRow> Inventories => _rows.Of(InsertKind.Inventory);

    /// <summary>Each row that was there already when it was inserted.</summary>
    public IReadOnlyList<InsertedRow> Duplicates => _rows.Duplicates;

    public IReadOnlyList<SeenRequest> Requests => _log.Requests;

    /// <summary>Everything that was wrong with any request.</summary>
    public IReadOnlyList<string> Violations => _log.Violations;

    /// <summary>How many requests are being kept waiting at this moment.</summary>
    public int HeldRequests => _holding.Count;

    /// <summary>How many requests whose caller has no answer are still to be stored; see <see cref="AtionetMisbehaviour.StoredLate"/>.</summary>
    public int LateRequests => _late.Count;

    internal IReadOnlyList<(AtionetMisbehaviour How, int? Left)> Pending => _script.Lines;

    /// <param name="options">Who may call, which terminals there are.</param>
    /// <param name="clock">Times what is received and how long delays last.</param>
    public static async Task<AtionetSimulator> StartAsync(AtionetOptions? options = null, TimeProvider? clock = null)
    {
        var simulator = new AtionetSimulator(options ?? new(), clock ?? TimeProvider.System);
        await simulator._host.StartAsync(simulator.Options.Port);
        return simulator;
    }

    /// <summary>Goes wrong after what was told before is used up.</summary>
    public void Misbehave(AtionetMisbehaviour how)
    {
        if (how.Objection() is { } objection)
        {
            throw new ArgumentException($"{how.Kind}: {objection}.", nameof(how));
        }

        _script.Add(how, how.Times);
    }

    /// <summary>Forgets every misbehaviour; requests that are held stay held, and what comes late still comes.</summary>
    public void Behave() => _script.Clear();

    /// <summary>Forgets rows, those that were still to come too, requests, violations and misbehaviour.</summary>
    public void Reset()
    {
        _script.Clear();
        _late.Forget();
        _rows.Clear();
        _log.Clear();
    }

    /// <summary>Waits until the simulator is in a state; says what it holds when it never gets there.</summary>
    public Task WaitForAsync(
        Func<AtionetSimulator, bool> until,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    ) => _changes.WaitAsync(() => until(this), timeout, ToString, cancellationToken);

    /// <summary>Takes the host down: connections are refused, what it holds stays, and what comes late still comes.</summary>
    public Task StopAsync() => _host.StopAsync();

    /// <summary>Brings the host back at the same address.</summary>
    public Task RestartAsync() => _host.RestartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _late.Dispose();
    }

    public override string ToString() =>
        $"""
            ATIONET at {BaseUrl}: {Deliveries.Count} deliveries, {Inventories.Count} inventories, {Duplicates.Count} duplicates, {HeldRequests} held, {LateRequests} late, {_script.Lines.Count} misbehaviours to come
            {string.Join('\n', Rows)}
            {string.Join('\n', Requests)}
            """;
}
