using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Certificates.Renewing.Planning;

/// <summary>Where the renewal of one certificate stands. Kept on disk, because a restart must not forget how often it failed.</summary>
internal sealed record RenewalState
{
    /// <summary>The generation that all of this is about; null: there was none.</summary>
    public string? Generation { get; init; }

    /// <summary>A hash of the settings that the failures were met with.</summary>
    public string? Settings { get; init; }

    /// <summary>When the CA suggests to renew.</summary>
    public ChosenTime? Suggested { get; init; }

    /// <summary>Until its end the CA is not asked again when to renew.</summary>
    public Pause? Lookup { get; init; }

    /// <summary>Until its end nothing is ordered.</summary>
    public Pause? Pause { get; init; }

    /// <summary>Attempts that failed in a row.</summary>
    public int Failures { get; init; }

    public RenewalFailure? Last { get; init; }

    public IReadOnlyList<AskedRest> Rests { get; init; } = [];

    /// <summary>What people were told last of this generation's end.</summary>
    public ExpiryStage Told { get; init; }

    /// <summary>A person must do something first, and then say so by <c>acme renew</c>.</summary>
    public bool IsStopped => Last?.Kind == FailureKind.UserAction;

    /// <summary>The same, where it is about this generation and these settings. What was learnt with others does not count.</summary>
    public RenewalState For(string? generation, string settings)
    {
        var state = Generation == generation ? this : new RenewalState { Generation = generation, Settings = settings };
        return state.Settings == settings
            ? state
            : state with
            {
                Settings = settings,
                Pause = null,
                Failures = 0,
                Last = null,
                Rests = [],
            };
    }

    /// <summary>After an attempt that brought no certificate.</summary>
    /// <param name="shareLeft">Of the certificate's life; null where there is none.</param>
    /// <param name="hasOther">Whether another CA may be asked while this one rests.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public RenewalState After(
        RenewalFailure failure,
        IssuanceFailure issuance,
        double? shareLeft,
        bool hasOther,
        double chance
    )
    {
        var now = failure.At;
        var isCasWish = issuance is { Problem: not null, RetryAfter: not null };
        var rests = Rests.Where(rest => rest.Ca != failure.Ca && rest.LastsAt(now));
        if (isCasWish)
        {
            rests = rests.Append(new AskedRest(failure.Ca, now, now + Backoff.Bounded(issuance.RetryAfter!.Value)));
        }
        var kept = rests.ToList();
        // Another CA need not wait for what this one wished, unless it wishes the same.
        var isFree = hasOther && isCasWish && kept.Count == 1;
        var wait = Backoff.DelayAfter(
            Failures + 1,
            issuance.Kind,
            shareLeft,
            isFree ? null : ShortestWish(issuance, kept, now),
            chance
        );
        return this with { Failures = Failures + 1, Last = failure, Rests = kept, Pause = Pause.Of(wait, now) };
    }

    private static TimeSpan? ShortestWish(IssuanceFailure issuance, List<AskedRest> rests, DateTimeOffset now) =>
        issuance.Problem is not null && rests.Count > 0 ? rests.Min(rest => rest.Until) - now : issuance.RetryAfter;
}
