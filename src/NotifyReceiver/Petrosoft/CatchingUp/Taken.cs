namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>What became of a listed document.</summary>
internal enum Taken
{
    /// <summary>It was here already.</summary>
    Known,

    /// <summary>It is here now.</summary>
    In,

    /// <summary>It cannot be had now; a notification names it, and it is fetched again by and by.</summary>
    Named,
}
