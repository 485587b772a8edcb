namespace NotifyReceiver.Dispatching.Sending;

/// <summary>What the operator has settled about failures.</summary>
/// <param name="RetryFor">How long an insert may wait between tries, in all, before a person must decide.</param>
/// <param name="Settle">How long after a request ATIONET may still be busy with it, so that not finding it there tells nothing.</param>
/// <param name="WhyNoLooks">Why what ATIONET has cannot be looked up; null when it can.</param>
internal sealed record StepTerms(TimeSpan RetryFor, TimeSpan Settle, string? WhyNoLooks)
{
    /// <summary>When a delivery is looked up first: what is there already need not wait longer.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(30);
}
