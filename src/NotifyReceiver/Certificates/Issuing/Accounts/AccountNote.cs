namespace NotifyReceiver.Certificates.Issuing.Accounts;

/// <summary>What is kept of an account beside its key; no secret.</summary>
/// <param name="Ca">The CA's directory.</param>
/// <param name="Address">The account's address at the CA, by which it signs.</param>
/// <param name="Contacts">As they were told to the CA.</param>
/// <param name="Terms">The terms of service that were agreed to; null where the CA has none.</param>
/// <param name="ExternalAccount">The key id of the account that it is bound to; null: none.</param>
internal sealed record AccountNote(
    Uri Ca,
    Uri Address,
    IReadOnlyList<string> Contacts,
    Uri? Terms,
    string? ExternalAccount,
    DateTimeOffset Registered
);
