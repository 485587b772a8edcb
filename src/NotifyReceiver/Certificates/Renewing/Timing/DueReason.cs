namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>Why a certificate is renewed when it is.</summary>
internal enum DueReason
{
    /// <summary>There is none, or none that can be served.</summary>
    Missing,

    /// <summary>The CA suggests this time.</summary>
    Suggested,

    /// <summary>The usual share of its life is over.</summary>
    Age,

    /// <summary>Hardly any life is left, whatever else was planned.</summary>
    Emergency,
}
