using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Issuing;

/// <summary>What came of an attempt. A closed set.</summary>
internal abstract record IssuanceResult
{
    /// <summary>There is a new generation, and it is the current one.</summary>
    internal sealed record Issued(Generation Generation) : IssuanceResult;

    /// <summary>The rehearsal's certificate came, passed every check and was thrown away.</summary>
    internal sealed record Rehearsed : IssuanceResult;

    /// <summary>Somebody else has renewed it meanwhile; nothing was ordered.</summary>
    internal sealed record AlreadyRenewed(Generation Generation) : IssuanceResult;

    internal sealed record Failed(IssuanceFailure Failure) : IssuanceResult;
}
