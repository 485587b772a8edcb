namespace NotifyReceiver.Certificates.Manual;

/// <summary>How the admin's files are looked at.</summary>
internal enum Look
{
    /// <summary>Each second: what has just changed may still be half written, and is judged at the next look.</summary>
    InPassing,

    /// <summary>At a start, and when an admin asks for it: nobody is writing any more.</summary>
    Settled,

    /// <summary>By a command that only tells: judged, and nothing is written.</summary>
    WithoutTrace,
}
