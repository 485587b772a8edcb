using System.Collections.Concurrent;
using NotifyReceiver.Certificates.Issuing;

namespace NotifyReceiver.Certificates.Renewing;

/// <summary>How often the attempts since the start came to what: <c>issued</c>, <c>rehearsed</c>, <c>already-renewed</c> or the kind of failure.</summary>
internal sealed class RenewalCounts
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> ByResult => _counts;

    public void Add(IssuanceResult result) => _counts.AddOrUpdate(NameOf(result), 1, (_, count) => count + 1);

    private static string NameOf(IssuanceResult result) =>
        result switch
        {
            IssuanceResult.Issued => "issued",
            IssuanceResult.Rehearsed => "rehearsed",
            IssuanceResult.AlreadyRenewed => "already-renewed",
            IssuanceResult.Failed { Failure.Kind: var kind } => kind switch
            {
                FailureKind.Passing => "failed-passing",
                FailureKind.Validation => "failed-validation",
                FailureKind.Configuration => "failed-configuration",
                FailureKind.UserAction => "failed-user-action",
                FailureKind.Busy => "busy",
                _ => "failed-machine",
            },
            _ => throw new InvalidOperationException($"an attempt cannot end as {result.GetType().Name}"),
        };
}
