namespace NotifyReceiver.Simulators.Acme;

/// <param name="Name">What was to be proven.</param>
/// <param name="Challenge">Such as <c>http-01</c>.</param>
/// <param name="Detail">What the validator saw.</param>
public sealed record FailedValidation(DateTimeOffset At, string Name, string Challenge, string Detail);
