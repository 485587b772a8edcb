namespace NotifyReceiver.Certificates.Checking;

/// <param name="Names">The host names and addresses that callers use; empty where nobody said.</param>
/// <param name="AreNamesRequired">Whether a certificate that leaves one of them out is refused, or only warned about.</param>
internal sealed record CheckTerms(IReadOnlyList<string> Names, bool AreNamesRequired, DateTimeOffset Now);
