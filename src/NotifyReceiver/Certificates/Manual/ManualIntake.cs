using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Manual;

/// <summary>
/// Takes what the admin drops. What the files hold is judged once it stays the same from one look to the next, so that a file
/// that is being written is nobody's mistake; what passes becomes the next generation of its lineage.
/// </summary>
internal sealed class ManualIntake(
    CertificateOptions options,
    LineageDirectory lineages,
    CertificateCounts counts,
    TimeProvider clock,
    ILogger<ManualIntake> log
)
{
    private readonly ManualDirectory _directory = new(options);
    private readonly Dictionary<string, string?> _lastSeen = new(StringComparer.Ordinal);
    private Dictionary<string, DropState> _states = new(StringComparer.Ordinal);

    /// <summary>Every drop that is there.</summary>
    public IReadOnlyCollection<DropState> Drops => _states.Values;

    /// <summary>Why the directory could not be listed at the last look; null where it could.</summary>
    public string? Trouble { get; private set; }

    public async Task LookAsync(Look look, CancellationToken stop)
    {
        var (drops, trouble) = _directory.List();
        Trouble = trouble;
        if (trouble is not null)
        {
            return;
        }
        var states = new Dictionary<string, DropState>(StringComparer.Ordinal);
        var names = new Dictionary<string, Drop>(StringComparer.Ordinal);
        foreach (var drop in drops)
        {
            var state = names.TryAdd(drop.Name, drop)
                ? await StateOfAsync(drop, look, stop)
                : RefuseBeside(names[drop.Name], drop);
            if (state is not null)
            {
                states.Add(drop.CertificateFile, state);
            }
        }
        _states = states;
    }

    private async Task<DropState?> StateOfAsync(Drop drop, Look look, CancellationToken stop)
    {
        var before = _states.GetValueOrDefault(drop.CertificateFile);
        var (content, unreadable) = drop.Read();
        var seen = content?.Digest ?? unreadable;
        var isSame = _lastSeen.GetValueOrDefault(drop.CertificateFile) == seen;
        _lastSeen[drop.CertificateFile] = seen;
        if (look == Look.InPassing && !isSame)
        {
            return before;
        }
        if (before is not null && IsJudged(before, content, unreadable))
        {
            return before.Unkept is { } unkept && look != Look.WithoutTrace ? Keep(before, unkept) : before;
        }
        return content is null ? Refuse(drop, digest: null, unreadable!) : await JudgeAsync(drop, content, look, stop);
    }

    private bool IsJudged(DropState before, DropContent? content, string? unreadable)
    {
        if (content is null)
        {
            return before.Refusal == unreadable;
        }
        var now = clock.GetUtcNow();
        // A clock that was set back judged by a time that was none.
        var isOver = now < before.Since || now >= before.JudgeAgain;
        // The copy may have been removed by mistake.
        var isKept = before.Refusal is not null || before.Unkept is not null || lineages.Open(before.Lineage).IsThere;
        return before.Digest == content.Digest && !isOver && isKept;
    }

    private async Task<DropState?> JudgeAsync(Drop drop, DropContent content, Look look, CancellationToken stop)
    {
        var lineage = lineages.Open(LineageName.ForDrop(drop.Name));
        if (lineage.PassedOver == content.Digest)
        {
            return Refuse(drop, content.Digest, "it was rolled back from; put other files there");
        }
        var (candidate, problem) = drop.Parse(content, options.Password);
        if (candidate is null)
        {
            return Refuse(drop, content.Digest, problem!);
        }
        var terms = new CheckTerms(options.Names, options.AreNamesRequired, clock.GetUtcNow());
        var result = await CertificateCheck.RunAsync(candidate, terms, stop);
        var isUsable = result.Problems.Count == 0 || (result.IsOnlyOutOfDate && !HasValid(lineage));
        if (result.Certificate is null || !isUsable)
        {
            var refused = Refuse(drop, content.Digest, string.Join("; ", result.Problems));
            var begins = result.Certificate?.NotBefore;
            return begins > terms.Now ? refused with { JudgeAgain = begins } : refused;
        }
        counts.Taken(LineageName.Manual);
        var taken = new DropState(
            drop,
            lineage.Name,
            content.Digest,
            Refusal: null,
            clock.GetUtcNow(),
            result.Certificate
        );
        return look == Look.WithoutTrace ? taken : Keep(taken, result.Certificate);
    }

    // An expired certificate is shown only where there is nothing better.
    private bool HasValid(Lineage lineage) => lineage.Current()?.Note.IsValidAt(clock.GetUtcNow()) == true;

    private DropState Keep(DropState taken, UsableCertificate certificate)
    {
        try
        {
            using var held = CertificateLock.TryTake(options);
            if (held is null)
            {
                // A command writes there. The next look tries again.
                return taken;
            }
            var note = GenerationNote.Of(certificate, clock.GetUtcNow(), taken.Drop.CertificateFile);
            lineages.Open(taken.Lineage).Commit(certificate.Candidate, note);
            return taken with { Unkept = null, Trouble = null };
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            if (taken.Trouble is null)
            {
                log.NotKept(taken.Drop.CertificateFile, unwritable.Message);
            }
            return taken with { Trouble = $"is served, but no copy could be kept: {unwritable.Message}" };
        }
    }

    private DropState RefuseBeside(Drop first, Drop drop)
    {
        var refusal = $"'{first.CertificateFile}' has the same name; remove one of them";
        var before = _states.GetValueOrDefault(drop.CertificateFile);
        return before?.Refusal == refusal ? before : Refuse(drop, digest: null, refusal);
    }

    private DropState Refuse(Drop drop, string? digest, string refusal)
    {
        counts.Refused(LineageName.Manual);
        log.Refused(drop.CertificateFile, refusal);
        return new DropState(drop, LineageName.ForDrop(drop.Name), digest, refusal, clock.GetUtcNow());
    }
}
