namespace NotifyReceiver.Inserts;

/// <summary>Where an insert stands, by the words that the database and people see.</summary>
internal static class InsertState
{
    /// <summary>Waits to be sent, or to be sent again.</summary>
    public const string Pending = "pending";

    /// <summary>Its request is under way; after a crash it is not known whether ATIONET has it.</summary>
    public const string Sending = "sending";

    /// <summary>A delivery that ATIONET may have: it is looked up there before anything else is done.</summary>
    public const string Verifying = "verifying";

    public const string Accepted = "accepted";
    public const string AcceptedWithWarnings = "accepted-with-warnings";

    /// <summary>ATIONET will not take it as it is.</summary>
    public const string Refused = "refused";

    /// <summary>Only an operator can decide what to do with it.</summary>
    public const string Held = "held";

    /// <summary>Converted while no ATIONET host was configured; it was not sent.</summary>
    public const string DryRun = "dry-run";

    /// <summary>Never taken by ATIONET, and no longer what its document yields: it was converted anew.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>An operator has decided that it is never to be sent.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>SQL that holds for what ATIONET has or may have: also what was dismissed because, or although, it may be there.</summary>
    public const string IsOrMayBeThere = """
        (
          state IN ('sending', 'verifying', 'accepted', 'accepted-with-warnings')
          OR (outcome_unknown AND state IN ('held', 'dismissed'))
        )
        """;

    /// <summary>SQL for the states of what is still to be sent, looked up, mended or decided.</summary>
    public const string Open = "('pending', 'sending', 'verifying', 'refused', 'held')";

    /// <summary>
    /// SQL that holds for what may be forgotten: that it came again would add to history at most. What ATIONET has of a delivery, or
    /// an operator has decided, is kept for ever, because ATIONET would take a delivery twice.
    /// </summary>
    public const string MayBeForgotten = """
        (
          (kind = 'inventory' AND state IN ('accepted', 'accepted-with-warnings', 'dry-run', 'withdrawn'))
          OR (kind = 'delivery' AND state = 'dry-run')
        )
        """;

    public static readonly IReadOnlyList<string> All =
    [
        Pending,
        Sending,
        Verifying,
        Accepted,
        AcceptedWithWarnings,
        Refused,
        Held,
        DryRun,
        Withdrawn,
        Dismissed,
    ];
}
