using NotifyReceiver.Certificates.Acme.Orders;

namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>What is wrong with one of several names (RFC 8555 section 6.7.1).</summary>
/// <param name="Identifier">The name that it is about; null where the CA did not say.</param>
internal sealed record Subproblem(ProblemKind Kind, string Type, string Detail, Identifier? Identifier);
