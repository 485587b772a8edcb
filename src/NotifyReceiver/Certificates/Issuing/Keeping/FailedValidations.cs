using NotifyReceiver.Certificates.Acme.Proofs;

namespace NotifyReceiver.Certificates.Issuing.Keeping;

/// <summary>
/// The failed validations of the last days. They keep us below what CAs allow (five for a name in an hour), and tell which
/// challenge to try next. Whose moment lies in future were written while the clock was ahead; they do not count.
/// </summary>
internal sealed record FailedValidations(IReadOnlyList<FailedValidation> All)
{
    private const int MostInAnHour = 4;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(3);

    public static readonly FailedValidations None = new([]);

    public FailedValidations With(string name, ChallengeType challenge, DateTimeOffset now) =>
        new([.. Within(Remembered, now), new FailedValidation(name, challenge, now)]);

    /// <summary>How long to leave these names alone; null when they may be tried.</summary>
    public TimeSpan? WaitFor(IReadOnlyList<string> names, DateTimeOffset now)
    {
        var waits = Within(Hour, now)
            .Where(failed => names.Contains(failed.Name, StringComparer.OrdinalIgnoreCase))
            .GroupBy(failed => failed.Name, StringComparer.OrdinalIgnoreCase)
            .Where(ofOne => ofOne.Count() >= MostInAnHour)
            .Select(ofOne => ofOne.OrderByDescending(failed => failed.At).ElementAt(MostInAnHour - 1).At + Hour - now)
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();
        return waits > TimeSpan.Zero ? waits : null;
    }

    /// <summary>Those that did not fail lately in their order, then those that did, the longest ago first.</summary>
    public IReadOnlyList<ChallengeType> InOrder(
        string name,
        IReadOnlyList<ChallengeType> preferred,
        DateTimeOffset now
    ) => [.. preferred.OrderBy(type => LastOf(name, type, now) ?? DateTimeOffset.MinValue)];

    private DateTimeOffset? LastOf(string name, ChallengeType type, DateTimeOffset now) =>
        Within(Remembered, now)
            .Where(failed => failed.Challenge == type && failed.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Max(failed => (DateTimeOffset?)failed.At);

    private IEnumerable<FailedValidation> Within(TimeSpan span, DateTimeOffset now) =>
        All.Where(failed => failed.At <= now && failed.At > now - span);
}
