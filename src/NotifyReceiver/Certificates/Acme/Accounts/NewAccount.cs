namespace NotifyReceiver.Certificates.Acme.Accounts;

/// <param name="Contacts">Mail addresses, with or without <c>mailto:</c>.</param>
/// <param name="TermsAgreed">Whether the owner agreed to the terms that the directory names. Nobody else may say so.</param>
/// <param name="ExternalAccount">Where the CA wants an account of its own bound to it; else null.</param>
internal sealed record NewAccount(
    IReadOnlyList<string> Contacts,
    bool TermsAgreed,
    ExternalAccount? ExternalAccount = null
);
