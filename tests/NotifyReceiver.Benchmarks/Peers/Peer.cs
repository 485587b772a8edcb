using System.Diagnostics;
using NotifyReceiver.Benchmarks.Ingesting;
using NotifyReceiver.Benchmarks.Loading;

namespace NotifyReceiver.Benchmarks.Peers;

/// <summary>What a user might take instead. Each checks the key, refuses an id a second time, and answers after its commit.</summary>
/// <param name="InstallScript">Installs it into the current directory, or finds that it is there.</param>
/// <param name="Command">The program and its arguments, once it is installed in a directory.</param>
internal sealed record Peer(string Name, string InstallScript, Func<PeerPlace, IReadOnlyList<string>> Command)
{
    public static readonly IReadOnlyList<Peer> All =
    [
        new("express, better-sqlite3", "install-node.sh", _ => ["node", PeerPlace.Shipped("express.js")]),
        new(
            "Node-RED, better-sqlite3",
            "install-node.sh",
            place =>
                [
                    "node",
                    Path.Combine(place.Installed, "node_modules", "node-red", "red.js"),
                    "--settings",
                    PeerPlace.Shipped("node-red-settings.js"),
                    "--userDir",
                    place.Directory,
                ]
        ),
        new("Debian's webhook, sqlite3", "install-webhook.sh", WebhookHooks.Command),
    ];

    // Kept from run to run, since it takes minutes.
    private string Installed =>
        Path.Combine(Path.GetTempPath(), "notify-receiver-peers", Path.GetFileNameWithoutExtension(InstallScript));

    /// <summary>False when it cannot be had here; a log beside it tells why.</summary>
    public async Task<bool> InstallAsync()
    {
        Directory.CreateDirectory(Installed);
        using var install = Process.Start(
            new ProcessStartInfo(
                "/bin/sh",
                ["-c", $"exec sh '{PeerPlace.Shipped(InstallScript)}' > '{Installed}.log' 2>&1"]
            )
            {
                WorkingDirectory = Installed,
            }
        )!;
        await install.WaitForExitAsync();
        if (install.ExitCode != 0)
        {
            await Console.Error.WriteLineAsync($"{Name} cannot be installed here: {Installed}.log");
        }
        return install.ExitCode == 0;
    }

    public Contender ToContender() =>
        new(Name, Posting.Unknown, directory => PeerPlace.StartAsync(this, Installed, directory));
}
