using System.Globalization;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Renewing.Planning;
using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Certificates.Renewing;

/// <summary>All that is known of one certificate at one moment. Pure.</summary>
/// <param name="Current">The generation in use; null: there is none.</param>
internal sealed record RenewalSituation(
    string Lineage,
    IReadOnlyList<string> Names,
    Generation? Current,
    RenewalState State,
    DateTimeOffset Now
)
{
    private const int DigitsForChance = 8;
    private const double Chances = 1L << 32;

    public string NamesInWords => string.Join(", ", Names);

    public Lifetime? Lifetime => Current is null ? null : new Lifetime(Current.Note.NotBefore, Current.Note.NotAfter);

    public Due Due =>
        Current is { Note: var note }
            ? DueTime.Of(Lifetime!, State.Suggested?.At, ChanceOf(note), note.Committed)
            : new Due(Now, DueReason.Missing);

    public bool IsDue => !State.IsStopped && Next <= Now;

    /// <summary>Little is left of a certificate whose renewal a CA has put off on purpose; that alone alarms nobody.</summary>
    public ExpiryStage StageToTell =>
        Status.Stage == ExpiryStage.Third && State is { Failures: 0, Suggested: not null } && Due.At > Now
            ? ExpiryStage.Far
            : Status.Stage;

    public RenewalStatus Status =>
        new(
            Lineage,
            Names,
            Current,
            State.IsStopped ? null : Next,
            Why(),
            State.Failures,
            State.Last,
            Lifetime is { } lifetime ? ExpiryWarning.StageOf(lifetime, Now) : ExpiryStage.Expired
        );

    /// <summary>For those who are warned.</summary>
    public string WhatIsNext
    {
        get
        {
            var next = State.IsStopped
                ? "nothing is tried until a person has done what the CA asks for"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"the next attempt is at {Next.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
                );
            return State.Last is { } last ? $"{next}; the last one failed: {last.Reason}" : next;
        }
    }

    private DateTimeOffset Next => State.Pause?.AsOf(Now) is { } pause && pause.Until > Due.At ? pause.Until : Due.At;

    // The certificate's own hash is as good as a throw of dice, and is the same after a restart.
    private static double ChanceOf(GenerationNote note) =>
        Convert.ToUInt32(note.Sha256[..DigitsForChance], 16) / Chances;

    private string Why()
    {
        if (State.IsStopped)
        {
            return "the CA wants a person to do something first; then run 'notify-receiver acme renew'";
        }
        return Next > Due.At ? $"the last attempt failed, {State.Failures} in a row" : Due.InWords;
    }
}
