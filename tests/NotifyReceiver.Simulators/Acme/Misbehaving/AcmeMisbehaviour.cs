namespace NotifyReceiver.Simulators.Acme.Misbehaving;

/// <summary>Something that goes wrong once, or so many times, with one kind of call.</summary>
public sealed record AcmeMisbehaviour(AcmeCall Call, AcmeMisbehaviourKind Kind)
{
    /// <summary>So many calls of that kind go well before.</summary>
    public int After { get; init; }

    /// <summary>For how many calls; null: until the end.</summary>
    public int? Times { get; init; } = 1;

    public int Status { get; init; } = 500;

    /// <summary>For problems: without the prefix, as in <c>rateLimited</c>.</summary>
    public string Type { get; init; } = "serverInternal";

    public string Detail { get; init; } = "as the test wishes";

    /// <summary>For problems: a page for people.</summary>
    public Uri? Instance { get; init; }

    /// <summary>For answers that stand in place of the right one.</summary>
    public string Body { get; init; } = "";

    public string ContentType { get; init; } = "application/json";

    /// <summary>For answers that stand in place of the right one.</summary>
    public Uri? Location { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether that is told as a date.</summary>
    public bool RetryAsDate { get; init; }

    /// <summary>429 <c>rateLimited</c>.</summary>
    public static AcmeMisbehaviour RateLimited(AcmeCall call, TimeSpan? retryAfter, bool asDate = false) =>
        new(call, AcmeMisbehaviourKind.Problem)
        {
            Status = 429,
            Type = "rateLimited",
            Detail = "too many of these",
            RetryAfter = retryAfter,
            RetryAsDate = asDate,
        };

    /// <summary>A problem of some type.</summary>
    public static AcmeMisbehaviour Problem(AcmeCall call, int status, string type) =>
        new(call, AcmeMisbehaviourKind.Problem) { Status = status, Type = type };

    /// <summary>503 in HTML, as from a gateway.</summary>
    public static AcmeMisbehaviour Unavailable(AcmeCall call, TimeSpan? retryAfter = null) =>
        new(call, AcmeMisbehaviourKind.Answer)
        {
            Status = 503,
            ContentType = "text/html",
            Body = "<html><body><h1>Service Unavailable</h1></body></html>",
            RetryAfter = retryAfter,
        };

    /// <summary>200 with what is no JSON.</summary>
    public static AcmeMisbehaviour Garbage(AcmeCall call) =>
        new(call, AcmeMisbehaviourKind.Answer) { Status = 200, Body = """{"status": "pen""" };

    /// <summary>The connection is cut before anything is done.</summary>
    public static AcmeMisbehaviour ResetBefore(AcmeCall call) => new(call, AcmeMisbehaviourKind.ResetBefore);

    /// <summary>It is done, and the connection is cut in place of the answer.</summary>
    public static AcmeMisbehaviour ResetAfter(AcmeCall call) => new(call, AcmeMisbehaviourKind.ResetAfter);

    /// <summary>It is done, and the connection is cut in the midst of the answer.</summary>
    public static AcmeMisbehaviour CutShort(AcmeCall call) => new(call, AcmeMisbehaviourKind.CutShort);

    /// <summary>The caller is sent elsewhere.</summary>
    public static AcmeMisbehaviour Redirect(AcmeCall call, int status, Uri location) =>
        new(call, AcmeMisbehaviourKind.Answer) { Status = status, Location = location };

    /// <summary>Good nonces are refused.</summary>
    public static AcmeMisbehaviour BadNonce(AcmeCall call, int times) =>
        new(call, AcmeMisbehaviourKind.Problem)
        {
            Status = 400,
            Type = "badNonce",
            Times = times,
        };
}
