using System.Globalization;
using System.Text.Json;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Serving;

namespace NotifyReceiver.Benchmarks.Peers;

/// <summary>Debian's webhook, told to run a script for each call and to answer when it is done.</summary>
internal static class WebhookHooks
{
    public static IReadOnlyList<string> Command(PeerPlace place)
    {
        using (var connection = StoredCall.Open(Path.Combine(place.Directory, "calls.db")))
        {
            StoredCall.CreateTable(connection);
        }
        var hooks = Path.Combine(place.Directory, "hooks.json");
        File.WriteAllText(hooks, JsonSerializer.Serialize(new[] { Hook() }));
        // Its address is made of a prefix and the hook's name.
        var prefix = Posting.Path.Split('/')[1];
        return
        [
            Path.Combine(place.Installed, "usr", "bin", "webhook"),
            "-hooks",
            hooks,
            "-ip",
            "127.0.0.1",
            "-port",
            place.Port.ToString(CultureInfo.InvariantCulture),
            "-urlprefix",
            prefix,
            "-secure",
            "-cert",
            place.Certificate,
            "-key",
            place.Key,
        ];
    }

    private static Dictionary<string, object> Hook() =>
        new(StringComparer.Ordinal)
        {
            ["id"] = Posting.Path.Split('/')[2],
            ["execute-command"] = PeerPlace.Shipped("webhook-store.sh"),
            // Waits for the command, and fails with it.
            ["include-command-output-in-response"] = true,
            ["pass-arguments-to-command"] = new[]
            {
                new { source = "header", name = "X-Notification-Id" },
                new { source = "entire-payload", name = "" },
            },
            ["trigger-rule"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["match"] = new
                {
                    type = "value",
                    value = Posting.Key,
                    parameter = new { source = "header", name = "X-Api-Key" },
                },
            },
            ["trigger-rule-mismatch-http-response-code"] = 401,
        };
}
