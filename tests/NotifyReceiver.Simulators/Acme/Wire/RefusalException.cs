namespace NotifyReceiver.Simulators.Acme.Wire;

/// <summary>The request is refused with a problem document (RFC 8555 section 6.7).</summary>
/// <param name="type">Without the prefix.</param>
internal sealed class RefusalException(int status, string type, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    public Uri? Instance { get; init; }

    public Uri? Terms { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public Uri? Location { get; init; }

    /// <summary>Types, details and names of each.</summary>
    public IReadOnlyList<object> Subproblems { get; init; } = [];

    /// <summary>Whether no client should ever ask so.</summary>
    public bool IsViolation { get; init; }

    /// <summary>What a client that keeps to the specification never causes.</summary>
    public static RefusalException Violation(string detail, string type = "malformed", int status = 400) =>
        new(status, type, detail) { IsViolation = true };
}
