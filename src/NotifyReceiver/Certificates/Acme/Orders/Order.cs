using NotifyReceiver.Certificates.Acme.Problems;

namespace NotifyReceiver.Certificates.Acme.Orders;

/// <summary>An order as the CA tells of it (RFC 8555 section 7.1.3).</summary>
/// <param name="Address">Where it is asked for again; keep it, to resume.</param>
/// <param name="Authorizations">The addresses of what must be proven.</param>
/// <param name="Finalize">Where the signing request goes once the order is ready.</param>
/// <param name="Certificate">Where the certificate is, once the order is valid; else null.</param>
/// <param name="Error">Why it is invalid, or what went wrong while it was processed.</param>
/// <param name="RetryAfter">When the CA wishes to be asked again, counted from the answer.</param>
internal sealed record Order(
    Uri Address,
    OrderStatus Status,
    DateTimeOffset? Expires,
    IReadOnlyList<Identifier> Identifiers,
    IReadOnlyList<Uri> Authorizations,
    Uri Finalize,
    Uri? Certificate,
    AcmeProblem? Error,
    string? Profile,
    TimeSpan? RetryAfter
);
