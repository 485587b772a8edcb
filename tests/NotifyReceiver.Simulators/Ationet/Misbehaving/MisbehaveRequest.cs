namespace NotifyReceiver.Simulators.Ationet.Misbehaving;

/// <summary>A misbehaviour as testers write it and as the state shows it.</summary>
internal sealed record MisbehaveRequest
{
    public string? Kind { get; init; }
    public double? DelaySeconds { get; init; }
    public int? Status { get; init; }
    public string? Body { get; init; }
    public int? RetryAfterSeconds { get; init; }
    public string? Code { get; init; }
    public string? Message { get; init; }
    public bool? Stored { get; init; }
    public int? Times { get; init; }
    public string? Terminal { get; init; }
    public string? Tank { get; init; }
    public string? Action { get; init; }
}
