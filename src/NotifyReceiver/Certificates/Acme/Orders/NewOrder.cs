namespace NotifyReceiver.Certificates.Acme.Orders;

/// <param name="Profile">One of the directory's profiles; null leaves the choice to the CA.</param>
/// <param name="Replaces">The <see cref="Leaves.RenewalId"/> of the certificate that this one follows (RFC 9773 section 5); null: none.</param>
internal sealed record NewOrder(IReadOnlyList<Identifier> Identifiers, string? Profile = null, string? Replaces = null);
