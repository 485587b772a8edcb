using System.Security.Cryptography;
using System.Text;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Renewing.Planning;

/// <summary>A hash over what an attempt depends on: with other settings, failures count anew and nobody waits for a mistake that is mended.</summary>
internal static class SettingsPrint
{
    public static string Of(AcmeOptions options)
    {
        IEnumerable<object?> parts =
        [
            .. options.All.SelectMany(ca =>
                new object?[] { ca.Section, ca.Directory, ca.ExternalAccount?.KeyId, ca.Profile, ca.PreferredChain }
            ),
            .. options.Contacts,
            .. options.Challenges.Preferred.Cast<object?>(),
            options.Challenges.DnsHook,
            options.KeyType,
        ];
        var text = string.Join('\n', parts);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
