namespace NotifyReceiver.Certificates.Checking.Reading;

/// <param name="Label">What stands after BEGIN: <c>CERTIFICATE</c>, <c>EC PRIVATE KEY</c>.</param>
/// <param name="Content">The bytes; null where they cannot be read.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="IsEncryptedTheOldWay">By headers before the content (RFC 1421, <c>DEK-Info</c>), as OpenSSL did before PKCS#8.</param>
/// <param name="Problem">Why they cannot be read; null where they can.</param>
internal sealed record PemBlock(string Label, byte[]? Content, int Line, bool IsEncryptedTheOldWay, string? Problem)
{
    public bool IsCertificate => Label is "CERTIFICATE" or "X509 CERTIFICATE";

    public bool IsPrivateKey => Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal);
}
