using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing.Support;

/// <summary>A CA in this process, whose calendar a test moves, and a directory of certificates that lives as long.</summary>
internal sealed class SimulatedCas : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<AcmeSimulator> _cas = [];

    public ManualClock Clock { get; } = new();

    public string Directory => _directory.Path;

    public AcmeSimulator First => _cas[0];

    public AcmeSimulator Second => _cas[1];

    public AcmeSimulator Staging => _cas[2];

    public AcmeOptions Options { get; private set; } = null!;

    public static async Task<SimulatedCas> StartAsync(
        AcmeBehaviour? behaviour = null,
        params IReadOnlyList<string> names
    )
    {
        var world = new SimulatedCas();
        var first = await world.AddAsync(AcmeOptions.Section, behaviour ?? new AcmeBehaviour { AlwaysValid = true });
        world.Options = Workbench.OptionsFor(first, names.Count > 0 ? names : ["one.example.org"]);
        return world;
    }

    public async Task<SimulatedCas> WithSecondAsync()
    {
        var second = await AddAsync("Acme:Second", new AcmeBehaviour { AlwaysValid = true });
        Options = Options with { Second = second };
        return this;
    }

    public async Task<SimulatedCas> WithStagingAsync()
    {
        if (_cas.Count == 1)
        {
            await AddAsync("Acme:Unused", new AcmeBehaviour());
        }
        var staging = await AddAsync("Acme:Staging", new AcmeBehaviour { AlwaysValid = true });
        Options = Options with { Staging = staging };
        return this;
    }

    /// <summary>A process, so to speak; another one is a restart.</summary>
    public Workbench Process(int seed = 1) => new(Directory, Options, new WallTime(Clock), seed);

    public async ValueTask DisposeAsync()
    {
        foreach (var ca in _cas)
        {
            await ca.DisposeAsync();
        }
        _directory.Dispose();
    }

    private async Task<CaOptions> AddAsync(string section, AcmeBehaviour behaviour)
    {
        var ca = await AcmeSimulator.StartAsync(Clock, behaviour);
        _cas.Add(ca);
        return new CaOptions(section, ca.Directory, null, null, null, ca.Roots);
    }
}
