using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>A problem as it is sent (RFC 9457, RFC 8555 section 6.7).</summary>
internal sealed record WireProblem(
    string? Type,
    string? Title,
    string? Detail,
    string? Instance,
    IReadOnlyList<WireProblem?>? Subproblems,
    WireIdentifier? Identifier
)
{
    /// <summary>One that stands inside an order or a challenge.</summary>
    public AcmeProblem ToProblem() => ToProblem(status: null);

    /// <param name="status">Of the answer that it is; null inside another.</param>
    public AcmeProblem ToProblem(int? status) =>
        new(ProblemTypes.KindOf(Type, status), Said)
        {
            Type = Type is null ? null : OneLine.Of(Type),
            Status = status,
            Instance = SecureAddress.OfPage(Instance),
            Subproblems = [.. (Subproblems ?? []).OfType<WireProblem>().Select(each => each.ToSubproblem())],
        };

    private string Said => OneLine.Of(Detail ?? Title);

    private Subproblem ToSubproblem() =>
        new(ProblemTypes.KindOf(Type, status: null), OneLine.Of(Type), Said, Identifier?.ToIdentifier());
}
