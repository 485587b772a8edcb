namespace NotifyReceiver.Notifications.Arriving;

/// <summary>Whether what came was new.</summary>
internal enum Arrival
{
    /// <summary>Stored, and waiting to be converted.</summary>
    New,

    /// <summary>It was here already; nothing was stored twice.</summary>
    Repeated,

    /// <summary>Its id was here already with another body; both are kept, and this one waits for an operator.</summary>
    Conflicting,
}
