using System.Security.Cryptography;
using NotifyReceiver.Certificates.Acme.Orders;

namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>A PKCS #10 request with an empty subject: the names stand in the subject alternative name alone.</summary>
internal static class SigningRequest
{
    /// <param name="key">EC or RSA, as <see cref="LeafKey"/> makes them.</param>
    /// <returns>DER.</returns>
    public static byte[] Create(AsymmetricAlgorithm key, IReadOnlyList<Identifier> names) =>
        throw new NotImplementedException();
}
