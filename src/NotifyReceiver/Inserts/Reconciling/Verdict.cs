using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>Whether ATIONET has a delivery whose outcome is not known. A closed set.</summary>
internal abstract record Verdict
{
    /// <summary>ATIONET has it: this row.</summary>
    internal sealed record Found(DownloadedRow Row) : Verdict;

    /// <summary>ATIONET has not got it; it may be sent again.</summary>
    internal sealed record Absent : Verdict;

    /// <summary>It cannot be told from what ATIONET lists.</summary>
    /// <param name="Reason">In words, for the operator who looks in the portal, with what to do then.</param>
    internal sealed record Doubtful(string Reason) : Verdict;
}
