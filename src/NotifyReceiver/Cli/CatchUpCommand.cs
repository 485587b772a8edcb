using System.CommandLine;
using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Settings;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Loading;

namespace NotifyReceiver.Cli;

/// <summary><c>catch-up</c>: takes in what was published and no notification brought, beside the service or without it.</summary>
internal static class CatchUpCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var sites = StationOption.Create();
        var types = new Option<string[]>("--type")
        {
            Description = "only this document type; by default those of CatchUp:DocumentTypes",
        };
        var since = DayOption.Create(
            "--since",
            "the first day to look at, like 2026-01-15; by default where the last run left off"
        );
        var dryRun = new Option<bool>("--dry-run") { Description = "only counts what would be taken in" };
        var json = JsonOption.Create("one JSON array");
        var command = new Command(
            "catch-up",
            "Lists what Petrosoft has published, and takes in what no notification brought. The service converts it."
        )
        {
            sites,
            types,
            since,
            dryRun,
            json,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var wanted = Workspace.Read(settings, Wanted.Read);
                var locations = parsed.GetValue(sites) ?? [];
                if (!wanted.Petrosoft.HasAccount)
                {
                    return await CommandLine.FailAsync(
                        "there is no account: set Petrosoft:Login and Petrosoft:Password",
                        ExitCode.WrongUsage
                    );
                }
                if (StationOption.Mistake(wanted.Sites, locations) is { } mistake)
                {
                    return await CommandLine.FailAsync(mistake, ExitCode.NotFound);
                }
                var subjects = wanted.Subjects(locations, parsed.GetValue(types) ?? [], parsed.GetValue(since));
                return await RunAsync(settings, wanted, subjects, parsed.GetValue(dryRun), parsed.GetValue(json), stop);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        Wanted wanted,
        IReadOnlyList<CatchUpSubject> subjects,
        bool isDryRun,
        bool json,
        CancellationToken stop
    )
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => Workspace.OpenDatabase(settings))
            .AddPetrosoft(wanted.Petrosoft)
            .AddFetching()
            .AddCatchUp(wanted.CatchUp)
            .BuildServiceProvider();
        var catchUp = services.GetRequiredService<CatchUp>();
        var results = new List<CatchUpResult>();
        foreach (var subject in subjects)
        {
            var progress = new ProgressLine();
            var result = await catchUp.RunAsync(subject, isDryRun, progress.Show, stop);
            progress.Clear();
            results.Add(result);
            if (!json)
            {
                Write(result, isDryRun);
            }
        }
        if (json)
        {
            Output.WriteJson(results);
        }
        var failed = results.Find(result => result.Failure is not null);
        return failed switch
        {
            null => ExitCode.Done,
            { IsThrough: true } => ExitCode.Failed,
            // The host was reached, and asking again changes nothing.
            _ when services.GetRequiredService<DocumentsApi>().Refusal is not null => ExitCode.Failed,
            _ => ExitCode.Unreachable,
        };
    }

    private static void Write(CatchUpResult result, bool isDryRun)
    {
        Console.Out.WriteLine($"{result.Progress}{(isDryRun ? " (dry run: nothing was stored)" : "")}");
        foreach (var failure in result.Progress.Failures)
        {
            Console.Error.WriteLine($"    {failure}");
        }
        if (!result.IsThrough)
        {
            Console.Error.WriteLine($"    interrupted: {result.Failure}; run it again, it goes on from here");
        }
    }

    private sealed record Wanted(PetrosoftOptions Petrosoft, CatchUpOptions CatchUp, SiteDirectory Sites)
    {
        public static Wanted Read(SettingsReader settings) =>
            new(
                PetrosoftOptions.Read(settings),
                CatchUpOptions.Read(settings),
                SitesLoading.Load(SiteOptions.Read(settings), dryRun: false, settings).Directory
            );

        public IReadOnlyList<CatchUpSubject> Subjects(string[] locations, string[] types, DateOnly? since) =>
            [
                .. from site in Sites.Among(locations)
                from type in types.Length > 0 ? types : CatchUp.DocumentTypes
                select new CatchUpSubject(site, type, since),
            ];
    }
}
