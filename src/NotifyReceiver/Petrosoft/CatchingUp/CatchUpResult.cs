namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>How a run ended.</summary>
/// <param name="Failure">What could not be done, so that it is to be run again; null when all was.</param>
/// <param name="IsThrough">Whether it has been through everything; otherwise it was interrupted, and will go on.</param>
internal sealed record CatchUpResult(CatchUpProgress Progress, string? Failure, bool IsThrough);
