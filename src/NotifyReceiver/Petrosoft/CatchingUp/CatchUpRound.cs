using NotifyReceiver.Petrosoft.Api;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>One way through the directories of a station and a document type, the oldest day first.</summary>
internal sealed class CatchUpRound(DocumentsApi api, TakingIn taking, CatchUpRun run, Action<CatchUpProgress> report)
{
    private CatchUpProgress _progress = null!;

    public async Task<CatchUpResult> RunAsync(CatchUpSubject subject, DateOnly since, CancellationToken stop)
    {
        _progress = new CatchUpProgress(subject.Location, subject.DocumentType, since);
        var listed = await api.DirectoriesAsync(subject.DocumentType, subject.Location, stop);
        // Where nothing was published the list is empty; that there is none may as well be due to a wrong address.
        if (listed is Answer<DirectoryList>.Missing)
        {
            Fail(
                $"there is no list of {subject.DocumentType} for {subject.Location}: {listed.Reason}; check Petrosoft:DocumentsUrl, the document type and the subscription"
            );
            return Through();
        }
        if (listed is not Answer<DirectoryList>.Got { Value: var all })
        {
            return Interrupted($"the directories cannot be listed: {listed.Reason}");
        }
        var directories = all
            .Directories.Where(directory => DirectoryDay.Of(directory) is not { } day || day >= since)
            .OrderBy(DirectoryDay.Of)
            .ThenBy(directory => directory, StringComparer.Ordinal)
            .ToList();
        _progress = _progress with { Directories = directories.Count };
        if (all.Total > all.Directories.Count)
        {
            Fail(
                $"Petrosoft lists {all.Directories.Count} of {all.Total} directories, and the others cannot be looked at"
            );
        }
        foreach (var directory in directories)
        {
            if (await GoThroughAsync(directory, stop) is { } interruption)
            {
                return Interrupted(interruption);
            }
        }
        return Through();
    }

    /// <summary>Null when it was gone through, otherwise what interrupts the round.</summary>
    private async Task<string?> GoThroughAsync(string directory, CancellationToken stop)
    {
        var listed = await api.DocumentsAsync(directory, stop);
        if (listed is not Answer<IReadOnlyList<ListedDocument>>.Got got)
        {
            if (listed is not Answer<IReadOnlyList<ListedDocument>>.Missing)
            {
                return $"{directory} cannot be listed: {listed.Reason}";
            }
            Fail(
                $"{directory} is listed and cannot be looked into: {listed.Reason}; check Petrosoft:DocumentsUrl and the subscription"
            );
            return null;
        }
        foreach (var path in got.Value.Select(document => document.Path))
        {
            if (run.Seen.TryGetValue(path, out var wasTakenIn))
            {
                Count(wasTakenIn ? Taken.In : Taken.Known);
                continue;
            }
            var answer = await taking.TakeAsync(path, stop);
            if (answer is not Answer<Taken>.Got { Value: var taken })
            {
                return $"{path}: {answer.Reason}";
            }
            Count(taken);
        }
        Report(_progress with { DirectoriesDone = _progress.DirectoriesDone + 1 });
        return null;
    }

    private void Count(Taken taken) =>
        Report(
            taken switch
            {
                Taken.In => _progress with { TakenIn = _progress.TakenIn + 1 },
                Taken.Named => _progress with { Named = _progress.Named + 1 },
                _ => _progress with { Known = _progress.Known + 1 },
            }
        );

    private void Fail(string failure) => Report(_progress with { Failures = [.. _progress.Failures, failure] });

    private void Report(CatchUpProgress progress)
    {
        _progress = progress;
        report(progress);
    }

    private CatchUpResult Through() => new(_progress, Summary(_progress.Failures), IsThrough: true);

    private CatchUpResult Interrupted(string why) => new(_progress, why, IsThrough: false);

    private static string? Summary(IReadOnlyList<string> failures) =>
        failures.Count switch
        {
            0 => null,
            1 => failures[0],
            var count => $"{failures[0]} (and {count - 1} more)",
        };
}
