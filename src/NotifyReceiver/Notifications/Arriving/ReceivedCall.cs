namespace NotifyReceiver.Notifications.Arriving;

/// <summary>One authenticated call as it came.</summary>
/// <param name="SenderId">The id that the sender gave in a header; null when it gave none.</param>
/// <param name="Credential">Which accepted key it came with, by a name that does not reveal the key.</param>
/// <param name="Headers">A JSON array of name and value in order, as UTF-8; those that carry credentials are redacted.</param>
/// <param name="Body">Byte for byte; the memory is lent until the call is stored or refused.</param>
internal sealed record ReceivedCall(
    DateTimeOffset ReceivedAt,
    string? SenderId,
    string Credential,
    string? RemoteAddress,
    string? ContentType,
    ReadOnlyMemory<byte> Headers,
    ReadOnlyMemory<byte> Body
);
