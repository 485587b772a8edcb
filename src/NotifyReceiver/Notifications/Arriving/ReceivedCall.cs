namespace NotifyReceiver.Notifications.Arriving;

/// <summary>One authenticated call as it came.</summary>
/// <param name="SenderId">The id that the sender gave in a header; null when it gave none.</param>
/// <param name="Credential">Which accepted key it came with, by a name that does not reveal the key.</param>
/// <param name="Headers">Name and value in order; those that carry credentials are redacted.</param>
internal sealed record ReceivedCall(
    DateTimeOffset ReceivedAt,
    string? SenderId,
    string Credential,
    string? RemoteAddress,
    string? ContentType,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    byte[] Body
);
