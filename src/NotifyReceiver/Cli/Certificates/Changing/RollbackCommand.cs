using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Manual;

namespace NotifyReceiver.Cli.Certificates.Changing;

/// <summary><c>cert rollback</c>: a certificate that was in use before is put in use again.</summary>
internal static class RollbackCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var lineage = new Argument<string?>("lineage")
        {
            Description = "Which one, as 'cert history' calls it; not needed where there is only one.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var generation = new Argument<string?>("generation")
        {
            Description = "Which of its generations; without it, the one before the current.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "rollback",
            "Puts an earlier certificate in use again. Files in the manual directory that were rolled back from are not taken again until they change."
        )
        {
            lineage,
            generation,
        };
        command.SetAction(
            (parsed, stop) => RunAsync(settings, parsed.GetValue(lineage), parsed.GetValue(generation), stop)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string? lineageName,
        string? generationName,
        CancellationToken stop
    )
    {
        var options = Workspace.Read(settings, CertificateOptions.Read);
        var (lineage, problem) = Choose(new LineageDirectory(options), lineageName);
        if (lineage is null)
        {
            return await CommandLine.FailAsync(problem!, ExitCode.NotFound);
        }
        var current = lineage.Current();
        var target = generationName is null
            ? lineage.All().SkipWhile(it => it.Name != current?.Name).Skip(1).FirstOrDefault()
            : lineage.All().FirstOrDefault(it => it.Name == generationName);
        if (target is null)
        {
            return await CommandLine.FailAsync(
                generationName is null
                    ? $"{lineage.Name} has nothing before the one in use; 'cert history' lists what is kept"
                    : $"{lineage.Name} has no generation '{generationName}'; 'cert history' lists what is kept",
                ExitCode.NotFound
            );
        }
        if (await UnusableAsync(target, stop) is { } reason)
        {
            return await CommandLine.FailAsync($"{target.Name} cannot be served any more: {reason}");
        }
        using var held = await WriteAccess.TakeAsync(options, stop);
        PassOver(options, lineage);
        lineage.PointAt(target);
        await Console.Out.WriteLineAsync(
            $"{lineage.Name}: {target.Name} is in use again, valid until {Output.Time(target.Note.NotAfter)}; a running service shows it within two seconds"
        );
        return ExitCode.Done;
    }

    private static (Lineage? Lineage, string? Problem) Choose(LineageDirectory lineages, string? name)
    {
        var all = lineages.All();
        if (name is null)
        {
            return all.Count == 1
                ? (all[0], null)
                : (null, $"which one? There are {all.Count}: {string.Join(", ", all.Select(it => it.Name))}");
        }
        var found = all.FirstOrDefault(it => it.Name == name);
        return found is null ? (null, $"there is no '{name}'; 'cert history' lists what is kept") : (found, null);
    }

    private static async Task<string?> UnusableAsync(Generation generation, CancellationToken stop)
    {
        var result = await generation.CheckAsync(TimeProvider.System.GetUtcNow(), stop);
        return result.Problems.Count == 0 ? null : string.Join("; ", result.Problems);
    }

    // The same files would be taken again at the next look.
    private static void PassOver(CertificateOptions options, Lineage lineage)
    {
        var drop = new ManualDirectory(options)
            .List()
            .Drops.FirstOrDefault(it => LineageName.ForDrop(it.Name) == lineage.Name);
        if (drop?.Read().Content is { } content)
        {
            lineage.PassOver(content.Digest);
        }
    }
}
