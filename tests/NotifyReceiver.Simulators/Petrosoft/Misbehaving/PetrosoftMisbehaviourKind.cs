namespace NotifyReceiver.Simulators.Petrosoft.Misbehaving;

public enum PetrosoftMisbehaviourKind
{
    /// <summary>Waits, then answers as usual.</summary>
    Slow,

    /// <summary>Answers with an HTTP error.</summary>
    Status,

    /// <summary>Resets the connection.</summary>
    Reset,
}
