using System.Diagnostics.CodeAnalysis;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Simulators.Misbehaving;
using NotifyReceiver.Simulators.Petrosoft.LoggingIn;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Simulators.Petrosoft;

/// <summary>Petrosoft's token and Business Documents hosts in one, on a real socket.</summary>
public sealed class PetrosoftSimulator : IAsyncDisposable
{
    private readonly Changes _changes = new();
    private readonly RequestCounts _counts = new();
    private readonly RequestLog _log;
    private readonly Tokens _tokens;
    private readonly DocumentShelf _shelf;
    private readonly Script<PetrosoftMisbehaviour> _script;
    private readonly Holding _holding;
    private readonly SimulatedHost _host;

    private PetrosoftSimulator(PetrosoftOptions options, TimeProvider clock)
    {
        Options = options;
        _log = new(clock, _changes, options.RequestLines);
        _tokens = new(options, clock);
        _shelf = new(_changes);
        _script = new(_changes);
        _holding = new(clock, _changes);
        var endpoints = new PetrosoftEndpoints(
            options,
            new(options, _tokens),
            new(options, _tokens, _shelf),
            _counts,
            _script,
            _holding
        );
        _host = new(_log, PetrosoftControl.For(this), endpoints.HandleAsync);
    }

    public PetrosoftOptions Options { get; }

    /// <summary>Of both the token and the documents host, without a slash at the end.</summary>
    [SuppressMessage("Design", "CA1056", Justification = "It goes into settings, which are text.")]
    public string BaseUrl => _host.BaseUrl;

    public IReadOnlyList<PublishedDocument> Documents => _shelf.All;

    public IReadOnlyList<SeenRequest> Requests => _log.Requests;

    /// <summary>Everything that a caller should never do. An expired token is not among it.</summary>
    public IReadOnlyList<string> Violations => _log.Violations;

    /// <summary>How many requests are being kept waiting at this moment.</summary>
    public int HeldRequests => _holding.Count;

    internal IReadOnlyList<(PetrosoftMisbehaviour How, int? Left)> Pending => _script.Lines;

    /// <param name="options">Who may log in, how long a token lasts.</param>
    /// <param name="clock">Times what is received, how long tokens and delays last.</param>
    public static async Task<PetrosoftSimulator> StartAsync(
        PetrosoftOptions? options = null,
        TimeProvider? clock = null
    )
    {
        var simulator = new PetrosoftSimulator(options ?? new(), clock ?? TimeProvider.System);
        await simulator._host.StartAsync(simulator.Options.Port);
        return simulator;
    }

    /// <summary>How often an endpoint was asked, refused requests included.</summary>
    public int CountOf(PetrosoftEndpoint endpoint) => _counts[endpoint];

    /// <summary>Publishes a document, in place of the one at the same path.</summary>
    /// <param name="businessUnitId">Null for an account-level document.</param>
    /// <param name="documentType">The type by which its directory is found.</param>
    /// <param name="directory">With a slash at the end.</param>
    /// <param name="fileName">The last part of the path.</param>
    /// <param name="content">The file as it is.</param>
    /// <returns>Its path.</returns>
    public string Publish(
        string? businessUnitId,
        string documentType,
        string directory,
        string fileName,
        ReadOnlyMemory<byte> content
    ) => Publish(new(businessUnitId, documentType, directory, fileName, content));

    /// <summary>Publishes a document, in place of the one at the same path.</summary>
    public string Publish(PublishedDocument document)
    {
        if (document.Objection() is { } objection)
        {
            throw new ArgumentException(objection, nameof(document));
        }

        _shelf.Put(document);
        return document.Path;
    }

    /// <summary>The next call with any access token is answered 401; refresh tokens stay good.</summary>
    public void ExpireAccessTokens() => _tokens.ExpireAccess();

    /// <summary>Refresh tokens too: only a new log-in helps.</summary>
    public void ExpireAllTokens() => _tokens.ExpireAll();

    /// <summary>Goes wrong after what was told before is used up.</summary>
    public void Misbehave(PetrosoftMisbehaviour how)
    {
        if (how.Objection() is { } objection)
        {
            throw new ArgumentException($"{how.Kind}: {objection}.", nameof(how));
        }

        _script.Add(how, how.Times);
    }

    /// <summary>Forgets every misbehaviour; requests that are held stay held.</summary>
    public void Behave() => _script.Clear();

    /// <summary>Forgets requests, counts, violations and misbehaviour; documents and tokens stay.</summary>
    public void Reset()
    {
        _script.Clear();
        _counts.Clear();
        _log.Clear();
    }

    /// <summary>Waits until the simulator is in a state; says what it has seen when it never gets there.</summary>
    public Task WaitForAsync(Func<PetrosoftSimulator, bool> until, TimeSpan timeout) =>
        _changes.WaitAsync(() => until(this), timeout, ToString);

    /// <summary>Takes the host down: connections are refused, what it holds stays.</summary>
    public Task StopAsync() => _host.StopAsync();

    /// <summary>Brings the host back at the same address.</summary>
    public Task RestartAsync() => _host.RestartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public override string ToString() =>
        $"""
            Petrosoft at {BaseUrl}: {Documents.Count} documents, {HeldRequests} held, {_script.Lines.Count} misbehaviours to come
            {string.Join('\n', Requests)}
            """;
}
