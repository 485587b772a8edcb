using Dapper;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Support;

/// <summary>The whole service between both simulated hosts. At the end neither may have seen anything wrong or twice.</summary>
internal sealed class Road : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
    public async Task AdvanceUntilAsync(Func<Road, bool> shown)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = Receiver.Database.NextCommit;
            if (shown(this))
            {
                return;
            }
            if (NextTry() is { } due)
            {
                await AdvanceAsync(due - Clock.GetUtcNow());
                continue;
            }
            await next.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (patience.IsCancellationRequested)
            {
                Assert.Fail($"it never came to that; inserts: {string.Join("; ", Receiver.Inserts.List(null, 20))}");
            }
        }
    }

    // Null while anything is under way or due: it would run out of time while the clock is moved.
    private DateTimeOffset? NextTry()
    {
        using var connection = Receiver.Database.OpenReader();
        var due = connection.ExecuteScalar<string?>(
            """
            SELECT min(due_at)
            FROM (
              SELECT due_at FROM fetches WHERE state = 'pending'
              UNION ALL
              SELECT CASE state WHEN 'sending' THEN '' ELSE max(inserts.due_at, coalesce(terminals.due_at, '')) END
              FROM inserts LEFT JOIN terminals USING (terminal_code)
              WHERE state IN ('pending', 'sending', 'verifying')
              UNION ALL
              SELECT '' FROM notifications WHERE state = 'pending'
            )
            """
        );
        return due is { Length: > 0 } && UtcText.Parse(due) is var time && time > Clock.GetUtcNow() ? time : null;
    }

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
