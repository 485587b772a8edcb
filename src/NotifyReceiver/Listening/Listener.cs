namespace NotifyReceiver.Listening;

/// <summary>Which of the two doors a connection came through.</summary>
internal enum Listener
{
    /// <summary>HTTPS, for Petrosoft and testers.</summary>
    Webhook,

    /// <summary>Loopback, for the operator of this machine.</summary>
    Admin,
}
