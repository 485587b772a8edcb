using System.CommandLine;
using NotifyReceiver.Ationet;
using NotifyReceiver.Operations;
using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Receiving;

namespace NotifyReceiver.Cli;

/// <summary><c>run</c>: the service, until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("run", "Runs the service. This is what happens without a command, too.");
        command.SetAction((_, stop) => RunAsync(settings, stop));
        return command;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var configuration = Workspace.Configuration(arguments);
        var settings = ReceiverSettings.Read(configuration);
        if (settings.Receiving.ApiKeys.Count == 0 && GeneratedApiKey.LoadOrCreate(settings.Storage) is (var key, true))
        {
            ShowGeneratedKey(key, settings);
        }
        await using var app = ReceiverApp.Build(settings, configuration, TimeProvider.System);
        await app.StartAsync(stop);
        Greet(settings, ReceiverApp.AddressesOf(app));
        await app.WaitForShutdownAsync(stop);

        // The host itself ends as if all were well when a worker has given up.
        var workers = app.Services.GetServices<IHostedService>().OfType<BackgroundService>();
        return workers.Any(worker => worker.ExecuteTask?.IsFaulted == true)
            ? await CommandLine.FailAsync(
                "a worker failed for good, see the log; the service has ended so that it can be restarted"
            )
            : ExitCode.Done;
    }

    // To the console and not to the log: it is shown this once. Where the console is the log, it is not shown at all.
    private static void ShowGeneratedKey(string key, ReceiverSettings settings)
    {
        var isLogged = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is not null;
        Console.Out.WriteLine(
            $"""

            First start: no API key is configured, so one was made{(isLogged ? "." : ". It is shown this once:")}
            {(isLogged ? "" : $"\n    {key}\n")}
            Callers send it as X-Api-Key. It is kept in {GeneratedApiKey.FileIn(
                settings.Storage
            )}, readable by this user alone.

            """
        );
    }

    private static void Greet(ReceiverSettings settings, IReadOnlyList<Uri> addresses)
    {
        foreach (var address in addresses)
        {
            var page = address.Scheme == Uri.UriSchemeHttps ? ReceivingEndpoints.Path : HealthEndpoints.ReadyPath;
            Console.Out.WriteLine($"listening  {new Uri(address, page)}");
        }
        Console.Out.WriteLine($"ATIONET    {Sending(settings.Ationet)}");
        Console.Out.WriteLine($"Petrosoft  {Fetching(settings.Petrosoft, settings.CatchUp)}");
        Console.Out.WriteLine(
            settings.Sites.IsExample
                ? "sites      an example, location 12345: there is no sites file yet (Sites:File)"
                : $"sites      {settings.Sites.Directory.Sites.Count}"
        );
        Console.Out.WriteLine(
            $"profiles   {string.Join(", ", settings.Profiles.Library.Profiles.Select(profile => profile.Name))}"
        );
    }

    private static string Sending(AtionetOptions ationet)
    {
        if (ationet.IsDryRun)
        {
            return "dry run: Ationet:BaseUrl is not set, so requests are kept and shown, and nothing is sent";
        }
        var blind = ationet.Destinations.Where(it => it.Download is null).Select(it => it.Name).ToList();
        var hosts = ationet.Destinations.Select(it =>
            it.Name == DestinationOptions.DefaultName ? $"{it.BaseUrl}" : $"{it.Name} {it.BaseUrl}"
        );
        return string.Join(", ", hosts)
            + (
                blind.Count == 0
                    ? ""
                    : $"; deliveries whose answer is lost wait for a person, because there is no Download user ({string.Join(", ", blind)})"
            );
    }

    private static string Fetching(PetrosoftOptions petrosoft, CatchUpOptions catchUp)
    {
        if (!petrosoft.HasAccount)
        {
            return "no account: Petrosoft:Login is not set, so documents that are only named are not fetched";
        }
        return catchUp.Interval > TimeSpan.Zero
            ? $"{petrosoft.DocumentsUrl}, caught up with now and every {catchUp.Interval.TotalMinutes:0} min"
            : $"{petrosoft.DocumentsUrl}, caught up with by command alone";
    }
}
