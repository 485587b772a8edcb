using System.Globalization;
using System.Text.Json;

namespace NotifyReceiver.Tests.Shared.Pebble;

/// <summary>What pebble reads at its start.</summary>
internal static class PebbleConfig
{
    public static string Of(
        PebbleSettings settings,
        int port,
        int managementPort,
        string certificateFile,
        string keyFile
    ) =>
        JsonSerializer.Serialize(
            new
            {
                pebble = new
                {
                    listenAddress = $"127.0.0.1:{port}",
                    managementListenAddress = $"127.0.0.1:{managementPort}",
                    certificate = certificateFile,
                    privateKey = keyFile,
                    httpPort = settings.HttpPort,
                    tlsPort = settings.TlsPort,
                    ocspResponderURL = "",
                    externalAccountBindingRequired = settings.ExternalAccounts.Count > 0,
                    externalAccountMACKeys = settings.ExternalAccounts,
                    certificateValidityPeriod = (long)settings.Lifetime.TotalSeconds,
                },
            }
        );

    public static Dictionary<string, string> Environment(PebbleSettings settings) =>
        new(StringComparer.Ordinal)
        {
            ["PEBBLE_VA_NOSLEEP"] = "1",
            ["PEBBLE_VA_ALWAYS_VALID"] = settings.AlwaysValid ? "1" : "0",
            ["PEBBLE_WFE_NONCEREJECT"] = Text(settings.RefusedNonces),
            ["PEBBLE_AUTHZREUSE"] = Text(settings.ReusedAuthorizations),
            ["PEBBLE_ALTERNATE_ROOTS"] = Text(settings.Alternates),
            ["PEBBLE_CHAIN_LENGTH"] = Text(settings.ChainLength),
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
