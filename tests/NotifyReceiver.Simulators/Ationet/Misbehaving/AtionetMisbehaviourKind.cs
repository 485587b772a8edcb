namespace NotifyReceiver.Simulators.Ationet.Misbehaving;

public enum AtionetMisbehaviourKind
{
    /// <summary>Waits, then stores and answers. Stores nothing when the caller leaves before.</summary>
    Slow,

    /// <summary>Stores, then waits, then answers.</summary>
    SlowAfterStoring,

    /// <summary>Answers with an HTTP error.</summary>
    Status,

    ResetBeforeStoring,
    ResetAfterStoring,

    /// <summary>Resets the connection at once and stores after the delay, though the caller has long left.</summary>
    StoredLate,

    /// <summary>Stores all rows of a request but some, and answers with a status or a response code.</summary>
    PartlyStored,

    /// <summary>200 with something that is no JSON.</summary>
    GarbageSuccess,

    /// <summary>200 with no body.</summary>
    EmptySuccess,

    /// <summary>200 whose body breaks off half way.</summary>
    TruncatedSuccess,

    /// <summary>Sends the caller to an address that answers like a success; following it is a violation.</summary>
    Redirect,

    /// <summary>200 with another response code.</summary>
    ResponseCode,
}
