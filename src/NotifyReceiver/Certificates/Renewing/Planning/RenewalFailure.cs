using NotifyReceiver.Certificates.Issuing;

namespace NotifyReceiver.Certificates.Renewing.Planning;

/// <summary>Why the last attempt failed.</summary>
/// <param name="Ca">The section of the CA's settings.</param>
/// <param name="Reason">In one line, for people.</param>
/// <param name="Link">A page about it.</param>
internal sealed record RenewalFailure(DateTimeOffset At, string Ca, FailureKind Kind, string Reason, Uri? Link);
