using NotifyReceiver.Simulators.Misbehaving;

namespace NotifyReceiver.Simulators.Petrosoft.Misbehaving;

/// <summary>
/// One thing that goes wrong with requests that are right in themselves; a wrong one is refused as ever and uses none up.
/// Narrow it with <c>with</c>: <c>PetrosoftMisbehaviour.Reset() with { Times = 1 }</c>.
/// </summary>
public sealed record PetrosoftMisbehaviour
{
    private PetrosoftMisbehaviour(PetrosoftMisbehaviourKind kind)
    {
        Kind = kind;
    }

    public PetrosoftMisbehaviourKind Kind { get; }
    public TimeSpan Delay { get; init; }
    public int StatusCode { get; init; }
    public string? Body { get; init; }
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Retry-After as a date instead.</summary>
    public DateTimeOffset? RetryAt { get; init; }
    public string? Location { get; init; }

    /// <summary>For how many requests; null until cleared.</summary>
    public int? Times { get; init; }

    /// <summary>Only requests to this endpoint.</summary>
    public PetrosoftEndpoint? Endpoint { get; init; }

    public static PetrosoftMisbehaviour Slow(TimeSpan delay) => new(PetrosoftMisbehaviourKind.Slow) { Delay = delay };

    public static PetrosoftMisbehaviour Status(int code, string? body = null, int? retryAfterSeconds = null) =>
        new(PetrosoftMisbehaviourKind.Status)
        {
            StatusCode = code,
            Body = body,
            RetryAfterSeconds = retryAfterSeconds,
        };

    public static PetrosoftMisbehaviour Reset() => new(PetrosoftMisbehaviourKind.Reset);

    /// <param name="location">Where to; a path of this host when left out.</param>
    /// <param name="status">302 or 307.</param>
    public static PetrosoftMisbehaviour Redirect(string? location = null, int status = StatusCodes.Status302Found) =>
        new(PetrosoftMisbehaviourKind.Redirect) { Location = location, StatusCode = status };

    public static PetrosoftMisbehaviour GarbageSuccess(string? body = null) =>
        new(PetrosoftMisbehaviourKind.GarbageSuccess) { Body = body };

    public static PetrosoftMisbehaviour TruncatedSuccess() => new(PetrosoftMisbehaviourKind.TruncatedSuccess);

    /// <summary>What is wrong with it, null when it can be done.</summary>
    internal string? Objection() =>
        Kind switch
        {
            _ when Times < 1 => "times must be 1 or more",
            PetrosoftMisbehaviourKind.Slow when !Delays.CanLast(Delay) => Delays.Rule,
            PetrosoftMisbehaviourKind.Status when StatusCode is < 400 or > 599 => "status must be from 400 to 599",
            PetrosoftMisbehaviourKind.Status when RetryAfterSeconds < 0 => "retry-after must not be negative",
            PetrosoftMisbehaviourKind.Status when RetryAfterSeconds is not null && RetryAt is not null =>
                "retry-after is either seconds or a date",
            PetrosoftMisbehaviourKind.Redirect when StatusCode is not (302 or 307) => "status must be 302 or 307",
            _ => null,
        };
}
