namespace NotifyReceiver.Simulators.Petrosoft.Misbehaving;

public enum PetrosoftMisbehaviourKind
{
    /// <summary>Waits, then answers as usual.</summary>
    Slow,

    /// <summary>Answers with an HTTP error.</summary>
    Status,

    /// <summary>Resets the connection.</summary>
    Reset,

    /// <summary>Redirects; following it to this host is a violation.</summary>
    Redirect,

    /// <summary>Answers 200 with a body that is not the usual one.</summary>
    GarbageSuccess,

    /// <summary>Answers as usual, but the body breaks off half way.</summary>
    TruncatedSuccess,
}
