namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>How near a certificate is to its end, in the steps at which people are told.</summary>
internal enum ExpiryStage
{
    /// <summary>More than a third of its life is left.</summary>
    Far,

    /// <summary>A third or less.</summary>
    Third,

    /// <summary>A fifth or less.</summary>
    Fifth,

    /// <summary>A tenth or less.</summary>
    Tenth,

    /// <summary>It is over.</summary>
    Expired,
}
