namespace NotifyReceiver.Certificates.Acme;

/// <summary>What a CA offers, and where (RFC 8555 section 7.1.1).</summary>
/// <param name="RenewalInfo">Null where the CA has no renewal information (RFC 9773).</param>
/// <param name="TermsOfService">Null where the CA has none.</param>
/// <param name="ExternalAccountRequired">Whether an account needs a binding.</param>
/// <param name="Profiles">Names and what they mean, in words or an address; empty where the CA has none.</param>
internal sealed record AcmeDirectory(
    Uri NewNonce,
    Uri NewAccount,
    Uri NewOrder,
    Uri? RevokeCert,
    Uri? KeyChange,
    Uri? RenewalInfo,
    Uri? TermsOfService,
    bool ExternalAccountRequired,
    IReadOnlyDictionary<string, string> Profiles
);
