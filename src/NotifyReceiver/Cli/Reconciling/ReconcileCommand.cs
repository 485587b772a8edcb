using System.CommandLine;
using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary><c>reconcile</c>: what went to ATIONET beside what ATIONET has, while the service runs or not. Changes nothing.</summary>
internal static class ReconcileCommand
{
    private const string Deliveries = "deliveries";
    private const string Inventories = "inventories";

    private const string Explanation = """
        Compares what this service has inserted with what ATIONET lists (action codes 981 and 982), station by station.

          missing      ATIONET accepted it and does not list it
          extra        ATIONET lists it, and it is not from here
          doubled      ATIONET lists it once more than it was inserted (of a reading, that is history and no fault)
          similar      not listed as it was inserted; the row below it may be it
          unexpected   ATIONET lists it, though its state here does not say so

        Exit code 0: all is as it should be; 1: something differs, or ATIONET did not tell; 4: it cannot be reached.

        Example: notify-receiver reconcile --site 12345 --from 2026-01-01 --to 2026-01-31
        """;

    private static readonly Option<string[]> SiteOption = StationOption.Create();

    private static readonly Option<DateOnly?> FromOption = DayOption.Create(
        "--from",
        "the first day, like 2026-01-15, by the station's clock"
    );

    private static readonly Option<DateOnly?> ToOption = DayOption.Create(
        "--to",
        "the last day, which is compared too"
    );

    private static readonly Option<string?> KindOption = new("--kind")
    {
        Description = $"only {Deliveries} or only {Inventories}",
    };

    private static readonly Option<bool> Json = JsonOption.Create("one JSON object");

    public static Command Create(IReadOnlyList<string> settings)
    {
        FromOption.Required = true;
        ToOption.Required = true;
        KindOption.AcceptOnlyFromAmong(Deliveries, Inventories);
        var command = new Command("reconcile", Explanation) { SiteOption, FromOption, ToOption, KindOption, Json };
        command.SetAction((parsed, _) => RunAsync(parsed, settings));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<string> settings)
    {
        var days = new Days(parsed.GetRequiredValue(FromOption)!.Value, parsed.GetRequiredValue(ToOption)!.Value);
        if (days.From > days.To)
        {
            return await CommandLine.FailAsync($"--from {days.From:O} is after --to {days.To:O}", ExitCode.WrongUsage);
        }
        var known = Workspace.Read(settings, Known.Read);
        if (known.WhyNot(parsed.GetValue(SiteOption) ?? []) is var (problem, code))
        {
            return await CommandLine.FailAsync(problem, code);
        }
        var sites = known.Sites.Among(parsed.GetValue(SiteOption) ?? []);
        await using var database = Workspace.OpenDatabase(settings);
        using var http = AtionetHttp.CreateClient();
        var progress = new ProgressLine();
        var compared = new List<Compared>();
        foreach (var network in known.NetworksOf(sites))
        {
            var client = new DownloadClient(http, network.Destination, known.Ationet.Timeout, TimeProvider.System);
            var download = new NetworkDownload(client, known.Ationet, network, days, progress);
            foreach (var kind in KindsOf(parsed.GetValue(KindOption)))
            {
                compared.Add(await Compared.OfAsync(kind, download, new ReconcileQueries(database)));
            }
        }
        progress.Clear();
        return await TellAsync(new Report(days, sites, compared), parsed.GetValue(Json));
    }

    private static async Task<int> TellAsync(Report report, bool json)
    {
        if (json)
        {
            Output.WriteJson(ReportView.Of(report));
        }
        else
        {
            ReportText.Write(report);
        }
        foreach (var failed in report.Failed)
        {
            await CommandLine.FailAsync(failed.ToString());
        }
        return report switch
        {
            _ when report.Failed.Any(failed => failed.IsUnreachable) => ExitCode.Unreachable,
            { IsAsItShouldBe: true } => ExitCode.Done,
            _ => ExitCode.Failed,
        };
    }

    private static RowKind[] KindsOf(string? kind) =>
        kind switch
        {
            Deliveries => [RowKind.Delivery],
            Inventories => [RowKind.Inventory],
            _ => [RowKind.Delivery, RowKind.Inventory],
        };
}
