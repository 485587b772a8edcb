namespace NotifyReceiver.Listening;

/// <summary>Which of the doors a connection came through.</summary>
internal enum Listener
{
    /// <summary>HTTPS, for Petrosoft and testers.</summary>
    Webhook,

    /// <summary>Loopback, for the operator of this machine.</summary>
    Admin,

    /// <summary>Plain HTTP, for a CA that validates a name.</summary>
    Challenges,
}
