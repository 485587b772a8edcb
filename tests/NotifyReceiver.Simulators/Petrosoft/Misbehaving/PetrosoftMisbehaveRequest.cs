namespace NotifyReceiver.Simulators.Petrosoft.Misbehaving;

/// <summary>A misbehaviour as testers write it and as the state shows it.</summary>
internal sealed record PetrosoftMisbehaveRequest
{
    public string? Kind { get; init; }
    public double? DelaySeconds { get; init; }
    public int? Status { get; init; }
    public string? Body { get; init; }
    public int? RetryAfterSeconds { get; init; }
    public DateTimeOffset? RetryAt { get; init; }
    public string? Location { get; init; }
    public int? Times { get; init; }
    public string? Endpoint { get; init; }
}
