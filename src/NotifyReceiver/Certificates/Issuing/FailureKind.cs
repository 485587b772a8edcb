namespace NotifyReceiver.Certificates.Issuing;

/// <summary>What may be done about an attempt that failed.</summary>
internal enum FailureKind
{
    /// <summary>It may pass by itself: the network, the CA's own trouble, its limits.</summary>
    Passing,

    /// <summary>The CA asked for our answer to a challenge and did not get it.</summary>
    Validation,

    /// <summary>It stays until somebody changes a setting, a DNS record or an account.</summary>
    Configuration,

    /// <summary>The CA wants a person to do something first, such as to agree to new terms.</summary>
    UserAction,

    /// <summary>Another process is at work on the certificates.</summary>
    Busy,

    /// <summary>This machine: a disk that is full, a directory that may not be written, a clock that is wrong.</summary>
    Machine,
}
