using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Certificates.Acme.Proofs;

/// <summary>RFC 8555 section 8.1. It is also the whole body of the answer to http-01.</summary>
internal static class KeyAuthorization
{
    public static string Of(string token, AccountKey key) => $"{token}.{key.Thumbprint}";
}
