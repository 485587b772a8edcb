namespace NotifyReceiver.Certificates.Acme.Signing;

/// <summary>Who signs, and how the signature names its key: by itself or by what the CA calls it.</summary>
/// <param name="Algorithm">RFC 7518's name: <c>ES256</c>, <c>ES384</c>, <c>RS256</c> or <c>HS256</c>.</param>
/// <param name="Jwk">The public key; null where <paramref name="KeyId"/> stands.</param>
/// <param name="KeyId">An account's address, or a key of another kind of account; null where <paramref name="Jwk"/> stands.</param>
internal sealed record JwsSigner(string Algorithm, string? Jwk, string? KeyId, Func<byte[], byte[]> Sign);
