using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NotifyReceiver.Dispatching;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving.Seen;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>What can be served: the product, whole or in part, and what it is set against.</summary>
internal sealed record ServedSide(
    string Name,
    Func<string, WebApplication> Build,
    Func<WebApplication, Task> StartAsync,
    Func<WebApplication, Task> SettleAsync
)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    // It asks the writer, so not as often.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>The whole service. Its ATIONET is away, so that inserts are kept, and sending takes no part.</summary>
    public static readonly ServedSide Service = new(
        "service",
        data => ProductSettings.Build(data, Away),
        app => app.StartAsync(),
        SettleServiceAsync
    );

    /// <summary>The same without the workers that look at what was received.</summary>
    public static readonly ServedSide Ingest = new(
        "ingest",
        data => ProductSettings.Build(data, Away),
        StartWithoutDispatchingAsync,
        _ => Task.CompletedTask
    );

    public static readonly ServedSide Ceiling = Bare("ceiling", _ => new StoresNothing());

    public static readonly ServedSide CommitEach = Bare("commit-each", file => new CommitsEach(file));

    public static readonly ServedSide CommitEachLocked = Bare(
        "commit-each-locked",
        file => new CommitsEachLocked(file)
    );

    private static readonly IReadOnlyList<ServedSide> All = [Service, Ingest, Ceiling, CommitEach, CommitEachLocked];

    // Nobody listens there.
    private static Dictionary<string, string?> Away =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Ationet:BaseUrl"] = "http://127.0.0.1:1",
            ["Ationet:UserName"] = "nobody",
            ["Ationet:Password"] = "nothing",
        };

    public static ServedSide Parse(string name) => All.Single(side => side.Name == name);

    /// <summary>Completes when all that the service has seen is filed.</summary>
    public static async Task RestAsync(WebApplication app)
    {
        if (app.Services.GetService<Filing>() is not { } filing)
        {
            return;
        }
        using var looks = new PeriodicTimer(Look);
        while (await filing.WaitingAsync() > 0)
        {
            await looks.WaitForNextTickAsync();
        }
    }

    private static ServedSide Bare(string name, Func<string, IStoring> storing) =>
        new(name, data => BareEndpoint.Build(data, storing), app => app.StartAsync(), _ => Task.CompletedTask);

    private static async Task StartWithoutDispatchingAsync(WebApplication app)
    {
        foreach (var hosted in app.Services.GetServices<IHostedService>())
        {
            if (hosted.GetType().Namespace?.StartsWith(typeof(WorkLoop).Namespace!, StringComparison.Ordinal) != true)
            {
                await hosted.StartAsync(CancellationToken.None);
            }
        }
    }

    private static async Task SettleServiceAsync(WebApplication app)
    {
        var notifications = app.Services.GetRequiredService<NotificationStore>();
        using var glances = new PeriodicTimer(Glance);
        while (notifications.Pending(1).Count > 0)
        {
            await glances.WaitForNextTickAsync();
        }
    }
}
