namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>Why a CA did not do what it was asked.</summary>
/// <param name="Kind">What it comes to.</param>
/// <param name="Detail">What the CA, or the system below us, said; in one line, without control characters.</param>
internal sealed record AcmeProblem(ProblemKind Kind, string Detail)
{
    /// <summary>As the CA names it, such as <c>urn:ietf:params:acme:error:rateLimited</c>; null where the CA said nothing.</summary>
    public string? Type { get; init; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>How long the CA asked to be left alone, counted from the answer.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public IReadOnlyList<Subproblem> Subproblems { get; init; } = [];

    /// <summary>A page about this very occurrence, for people.</summary>
    public Uri? Instance { get; init; }

    /// <summary>The terms of service that the CA pointed to with this problem.</summary>
    public Uri? TermsOfService { get; init; }

    /// <summary>What was asked, as in <c>POST https://ca.example/order</c>; null where the problem came inside another answer.</summary>
    public string? Request { get; init; }

    /// <summary>All of it in one line, for people.</summary>
    public string InWords => ProblemWords.Of(this);
}
