namespace NotifyReceiver.Certificates.Acme.Proofs;

internal enum ChallengeType
{
    /// <summary>One that this program does not know.</summary>
    Other,
    Http01,
    Dns01,
    TlsAlpn01,
}
