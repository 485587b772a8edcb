using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.Tests.Support;

/// <summary>The whole service between both simulated hosts. At the end neither may have seen anything wrong or twice.</summary>
internal sealed class Road : IAsyncDisposable
{
    private Road(TemporaryDirectory directory, TimeProvider clock)
    {
        Directory = directory;
        Clock = clock;
    }

    public TemporaryDirectory Directory { get; }

    public TimeProvider Clock { get; }

    public AtionetSimulator Ationet { get; private set; } = null!;

    public PetrosoftSimulator Petrosoft { get; private set; } = null!;

    public RunningReceiver Receiver { get; private set; } = null!;

    /// <summary>By itself it catches up with nothing: a test that wants it sets the interval.</summary>
    public static async Task<Road> StartAsync(
        TimeProvider? clock = null,
        params IEnumerable<KeyValuePair<string, string?>> settings
    )
    {
        var road = new Road(new TemporaryDirectory(), clock ?? TimeProvider.System)
        {
            Ationet = await AtionetSimulator.StartAsync(clock: clock),
            Petrosoft = await PetrosoftSimulator.StartAsync(),
        };
        await road.StartReceiverAsync(settings);
        return road;
    }

    public async Task StartReceiverAsync(params IEnumerable<KeyValuePair<string, string?>> settings) =>
        Receiver = await RunningReceiver.StartAsync(
            Directory,
            Clock,
            [
                Setting.Of("Ationet:BaseUrl", Ationet.BaseUrl),
                Setting.Of("Ationet:UserName", Ationet.Options.UserName),
                Setting.Of("Ationet:Password", Ationet.Options.Password),
                Setting.Of("Petrosoft:AuthUrl", Petrosoft.BaseUrl),
                Setting.Of("Petrosoft:DocumentsUrl", Petrosoft.BaseUrl),
                Setting.Of("Petrosoft:Login", Petrosoft.Options.Login),
                Setting.Of("Petrosoft:Password", Petrosoft.Options.Password),
                Setting.Of("CatchUp:IntervalMinutes", "0"),
                .. settings,
            ]
        );

    /// <summary>Moves a clock of the test's own, and wakes the workers that look at it.</summary>
    public Task AdvanceAsync(TimeSpan by)
    {
        ((ManualClock)Clock).Advance(by);
        return Receiver.Database.WriteAsync(_ => { });
    }

    /// <summary>Moves the clock on from try to try, until it has come to that.</summary>
    public Task AdvanceUntilAsync(Func<Road, bool> shown) =>
        TryByTry.AdvanceUntilAsync(Receiver, (ManualClock)Clock, () => shown(this));

    public async ValueTask DisposeAsync()
    {
        await Receiver.DisposeAsync();
        await Ationet.DisposeAsync();
        await Petrosoft.DisposeAsync();
        Directory.Dispose();
        Assert.Empty(Ationet.Violations);
        Assert.Empty(Ationet.Duplicates);
        Assert.Empty(Petrosoft.Violations);
    }
}
