using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NotifyReceiver.Ationet;

namespace NotifyReceiver.Dispatching.Destinations;

/// <summary>
/// Tells later whether credentials are still the ones that were refused, and does not tell what they are: PBKDF2 (RFC 8018) with a
/// salt of its own and a count that makes guessing slow.
/// </summary>
internal static class CredentialPrint
{
    private const int Iterations = 200_000;
    private const int Bytes = 32;

    public static string Of(DestinationOptions destination, Credentials? credentials)
    {
        var salt = RandomNumberGenerator.GetBytes(Bytes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Iterations}:{Convert.ToHexString(salt)}:{Convert.ToHexString(Hash(destination, credentials, salt, Iterations))}"
        );
    }

    public static bool IsOf(string print, DestinationOptions destination, Credentials? credentials)
    {
        var parts = print.Split(':');
        return parts is [var count, var salt, var hash]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
            && CryptographicOperations.FixedTimeEquals(
                Convert.FromHexString(hash),
                Hash(destination, credentials, Convert.FromHexString(salt), iterations)
            );
    }

    // Another form of the header, or another host, may be what the credentials needed.
    private static byte[] Hash(DestinationOptions destination, Credentials? credentials, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(
                $"{destination.BaseUrl}\n{destination.Authorization}\n{credentials?.UserName}\n{credentials?.Password}"
            ),
            salt,
            iterations,
            HashAlgorithmName.SHA256,
            Bytes
        );
}
