namespace NotifyReceiver.Certificates.Issuing;

/// <summary>Why an attempt brought no certificate.</summary>
/// <param name="Reason">In one line: what is wrong, where, what to do.</param>
/// <param name="RetryAfter">How long the CA, or a limit of ours, asks to be left alone.</param>
/// <param name="Link">A page for people about it.</param>
internal sealed record IssuanceFailure(FailureKind Kind, string Reason, TimeSpan? RetryAfter = null, Uri? Link = null);
