namespace NotifyReceiver.Retention;

/// <summary>What became of a notification that was to be pruned.</summary>
internal enum Pruned
{
    /// <summary>Nothing: it is not finished any more.</summary>
    Not,

    /// <summary>It is gone.</summary>
    Gone,

    /// <summary>It stays without its body, to be known again.</summary>
    Emptied,
}
