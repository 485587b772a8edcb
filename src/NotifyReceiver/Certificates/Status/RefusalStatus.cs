namespace NotifyReceiver.Certificates.Status;

/// <param name="Reason">Why it is not served.</param>
/// <param name="Since">When that was found.</param>
internal sealed record RefusalStatus(string File, string Reason, DateTimeOffset Since);
