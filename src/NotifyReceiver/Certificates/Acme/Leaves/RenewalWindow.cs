namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>When the CA suggests to renew (RFC 9773 section 4.2).</summary>
/// <param name="Explanation">A page that says why, for people.</param>
/// <param name="RetryAfter">When to ask again, counted from the answer; null where the CA did not say.</param>
internal sealed record RenewalWindow(DateTimeOffset Start, DateTimeOffset End, Uri? Explanation, TimeSpan? RetryAfter);
