namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>When a certificate is to be renewed, and why then.</summary>
internal sealed record Due(DateTimeOffset At, DueReason Why)
{
    public string InWords =>
        Why switch
        {
            DueReason.Missing => "there is no usable certificate yet",
            DueReason.Suggested => "the CA suggests this time",
            DueReason.Emergency => "less than a twentieth of its life is left",
            _ => "the usual share of its life is over then",
        };
}
