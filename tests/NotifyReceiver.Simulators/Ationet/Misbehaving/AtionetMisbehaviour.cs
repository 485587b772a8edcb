using NotifyReceiver.Simulators.Ationet.Answering;
using NotifyReceiver.Simulators.Misbehaving;

namespace NotifyReceiver.Simulators.Ationet.Misbehaving;

/// <summary>
/// One thing that goes wrong with requests that are right in themselves; a wrong one is refused as ever and uses none up.
/// Narrow it with <c>with</c>: <c>AtionetMisbehaviour.Status(503) with { Times = 2, Tank = "01" }</c>.
/// </summary>
public sealed record AtionetMisbehaviour
{
    private AtionetMisbehaviour(AtionetMisbehaviourKind kind)
    {
        Kind = kind;
    }

    public AtionetMisbehaviourKind Kind { get; }
    public TimeSpan Delay { get; init; }
    public int StatusCode { get; init; }

    /// <summary>The body to answer with instead of the usual one.</summary>
    public string? Body { get; init; }
    public int? RetryAfterSeconds { get; init; }
    public string Code { get; init; } = "";
    public string? Message { get; init; }

    /// <summary>Whether the rows are stored all the same; the other kinds say so by themselves.</summary>
    public bool Stored { get; init; }

    /// <summary>For how many requests; null until cleared.</summary>
    public int? Times { get; init; }

    /// <summary>Only inserts for this terminal.</summary>
    public string? Terminal { get; init; }

    /// <summary>Only inserts with a row for this tank.</summary>
    public string? Tank { get; init; }

    /// <summary>Only requests with this action code: 701, 702, 981 or 982.</summary>
    public string? ActionCode { get; init; }

    public static AtionetMisbehaviour Slow(TimeSpan delay) => new(AtionetMisbehaviourKind.Slow) { Delay = delay };

    public static AtionetMisbehaviour SlowAfterStoring(TimeSpan delay) =>
        new(AtionetMisbehaviourKind.SlowAfterStoring) { Delay = delay };

    public static AtionetMisbehaviour Status(int code, string? body = null, int? retryAfterSeconds = null) =>
        new(AtionetMisbehaviourKind.Status)
        {
            StatusCode = code,
            Body = body,
            RetryAfterSeconds = retryAfterSeconds,
        };

    public static AtionetMisbehaviour ResetBeforeStoring() => new(AtionetMisbehaviourKind.ResetBeforeStoring);

    public static AtionetMisbehaviour ResetAfterStoring() => new(AtionetMisbehaviourKind.ResetAfterStoring);

    /// <summary>The caller gets no answer, and the rows are there only after the delay.</summary>
    public static AtionetMisbehaviour StoredLate(TimeSpan delay) =>
        new(AtionetMisbehaviourKind.StoredLate) { Delay = delay };

    /// <summary>
    /// Of a request with several rows, those for <see cref="Tank"/> are not stored; without a tank, the last one is not. A request
    /// with one row is not concerned.
    /// </summary>
    /// <param name="status">200, or from 400 to 599.</param>
    /// <param name="code">The response code.</param>
    public static AtionetMisbehaviour PartlyStored(
        int status = StatusCodes.Status400BadRequest,
        string code = AtionetCodes.InvalidRequest
    ) => new(AtionetMisbehaviourKind.PartlyStored) { StatusCode = status, Code = code };

    /// <summary>The same, answered with a 200 and this response code, such as 10000.</summary>
    public static AtionetMisbehaviour PartlyStored(string code) => PartlyStored(StatusCodes.Status200OK, code);

    public static AtionetMisbehaviour GarbageSuccess(bool stored = true, string? body = null) =>
        new(AtionetMisbehaviourKind.GarbageSuccess) { Stored = stored, Body = body };

    public static AtionetMisbehaviour EmptySuccess(bool stored = true) =>
        new(AtionetMisbehaviourKind.EmptySuccess) { Stored = stored };

    public static AtionetMisbehaviour TruncatedSuccess(bool stored = true) =>
        new(AtionetMisbehaviourKind.TruncatedSuccess) { Stored = stored };

    /// <param name="status">302 or 307.</param>
    public static AtionetMisbehaviour Redirect(int status = StatusCodes.Status302Found) =>
        new(AtionetMisbehaviourKind.Redirect) { StatusCode = status };

    /// <summary>The rows are stored when the code says so (00000, 10000), unless told otherwise.</summary>
    public static AtionetMisbehaviour ResponseCode(string code, string? message = null, bool? stored = null) =>
        new(AtionetMisbehaviourKind.ResponseCode)
        {
            Code = code,
            Message = message,
            Stored = stored ?? code is AtionetCodes.Succeeded or AtionetCodes.SucceededWithWarnings,
        };

    /// <summary>What is wrong with it, null when it can be done.</summary>
    internal string? Objection() =>
        Kind switch
        {
            _ when Times < 1 => "times must be 1 or more",
            _ when ActionCode is not (null or "701" or "702" or "981" or "982") =>
                "action must be 701, 702, 981 or 982",
            AtionetMisbehaviourKind.Slow
            or AtionetMisbehaviourKind.SlowAfterStoring
            or AtionetMisbehaviourKind.StoredLate when !Delays.CanLast(Delay) => Delays.Rule,
            AtionetMisbehaviourKind.PartlyStored when StatusCode is not (200 or (>= 400 and <= 599)) =>
                "status must be 200 or from 400 to 599",
            AtionetMisbehaviourKind.Status when StatusCode is < 400 or > 599 => "status must be from 400 to 599",
            AtionetMisbehaviourKind.Status when RetryAfterSeconds < 0 => "retry-after must not be negative",
            AtionetMisbehaviourKind.Redirect when StatusCode is not (302 or 307) => "status must be 302 or 307",
            AtionetMisbehaviourKind.ResponseCode or AtionetMisbehaviourKind.PartlyStored when Code.Length == 0 =>
                "code is missing",
            _ => null,
        };

    internal bool ChoosesStoring =>
        Kind
            is AtionetMisbehaviourKind.Status
                or AtionetMisbehaviourKind.GarbageSuccess
                or AtionetMisbehaviourKind.EmptySuccess
                or AtionetMisbehaviourKind.TruncatedSuccess
                or AtionetMisbehaviourKind.ResponseCode;

    internal bool Concerns(AcceptedRequest request) =>
        (ActionCode is null || ActionCode == request.ActionCode)
        && (Terminal is null || Terminal == request.Terminal)
        && (Tank is null || request.Tanks.Contains(Tank, StringComparer.Ordinal))
        && (Kind is not AtionetMisbehaviourKind.PartlyStored || request.Tanks.Count != 1);

    /// <summary>Which rows of a request that it partly stores are stored, by their places.</summary>
    internal bool Stores(int place, IReadOnlyList<string> tanks) =>
        Tank is null ? place < tanks.Count - 1 : tanks[place] != Tank;
}
