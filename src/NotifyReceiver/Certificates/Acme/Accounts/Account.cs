namespace NotifyReceiver.Certificates.Acme.Accounts;

/// <summary>An account as the CA tells of it (RFC 8555 section 7.1.2).</summary>
/// <param name="Address">What it signs with, the <c>kid</c>; keep it.</param>
/// <param name="Contacts">As the CA has them, such as <c>mailto:admin@example.org</c>; some CAs do not tell.</param>
internal sealed record Account(Uri Address, AccountStatus Status, IReadOnlyList<string> Contacts);
