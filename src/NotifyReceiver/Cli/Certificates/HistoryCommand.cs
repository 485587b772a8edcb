using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Cli.Certificates;

/// <summary><c>cert history</c>: the generations that are kept of each lineage.</summary>
internal static class HistoryCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "history",
            "Lists the certificates that are kept, the newest first; * is the one in use."
        )
        {
            json,
        };
        command.SetAction(parsed => Run(settings, parsed.GetValue(json)));
        return command;
    }

    private static int Run(IReadOnlyList<string> settings, bool json)
    {
        var lineages = new LineageDirectory(Workspace.Read(settings, CertificateOptions.Read)).All();
        var kept = lineages
            .Select(lineage => (lineage.Name, Current: lineage.Current()?.Name, Generations: lineage.All()))
            .SelectMany(it =>
                it.Generations.Select(generation => new Kept(
                    it.Name,
                    generation.Name,
                    generation.Name == it.Current,
                    generation.Note
                ))
            )
            .ToList();
        if (json)
        {
            Output.WriteJson(new { generations = kept });
            return ExitCode.Done;
        }
        Output.WriteTable(
            ["", "LINEAGE", "GENERATION", "VALID UNTIL", "FROM", "NAMES"],
            [
                .. kept.Select(it =>
                    (IReadOnlyList<string>)
                        [
                            it.IsCurrent ? "*" : "",
                            it.Lineage,
                            it.Generation,
                            Output.Time(it.Note.NotAfter),
                            it.Note.From,
                            string.Join(", ", it.Note.Names),
                        ]
                ),
            ]
        );
        return ExitCode.Done;
    }

    private sealed record Kept(string Lineage, string Generation, bool IsCurrent, GenerationNote Note);
}
