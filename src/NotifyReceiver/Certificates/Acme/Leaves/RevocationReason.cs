namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>Those of RFC 5280 section 5.3.1 that the owner of a certificate may give.</summary>
internal enum RevocationReason
{
    Unspecified = 0,
    KeyCompromise = 1,
    AffiliationChanged = 3,
    Superseded = 4,
    CessationOfOperation = 5,
}
