namespace NotifyReceiver.Simulators.Acme;

/// <summary>What a CA can be asked.</summary>
public enum AcmeCall
{
    Directory,
    NewNonce,
    NewAccount,
    Account,
    KeyChange,
    NewOrder,
    Order,
    Authorization,
    Challenge,
    FinalizeOrder,
    Certificate,
    Alternate,
    Revoke,
    RenewalInfo,
}
