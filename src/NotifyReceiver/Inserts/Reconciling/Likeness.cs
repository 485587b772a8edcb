namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>How like an insert of ours a row is that ATIONET has.</summary>
internal enum Likeness
{
    Other,

    /// <summary>It may be ours, with something in it that a host, or a person, has altered.</summary>
    Similar,

    Same,
}
