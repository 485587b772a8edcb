namespace NotifyReceiver.Simulators.Acme.Misbehaving;

public enum AcmeMisbehaviourKind
{
    /// <summary>A problem document, with a nonce. Nothing is done.</summary>
    Problem,

    /// <summary>Any other answer. Nothing is done.</summary>
    Answer,

    /// <summary>Nothing is done, and the connection is cut.</summary>
    ResetBefore,

    /// <summary>It is done, and the connection is cut.</summary>
    ResetAfter,

    /// <summary>It is done, and the connection is cut in the midst of the answer.</summary>
    CutShort,

    /// <summary>Nothing is done, and no answer comes until the caller goes.</summary>
    Hang,
}
