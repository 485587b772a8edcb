using System.Diagnostics;
using NotifyReceiver.Benchmarks.Processes;

namespace NotifyReceiver.Benchmarks.Starting;

/// <summary>The program as it is published for users, beside the repository and not in it.</summary>
internal static class Publishing
{
    /// <returns>The program.</returns>
    /// <exception cref="InvalidOperationException">It cannot be published here.</exception>
    public static async Task<string> PublishAsync(string directory, params IEnumerable<string> options)
    {
        var output = Path.Combine(directory, "program");
        using var publish = Process.Start(
            new ProcessStartInfo(
                Dotnet.Path,
                [
                    "publish",
                    Path.Combine(Repository(), "src", "NotifyReceiver"),
                    "--configuration",
                    "Release",
                    "--use-current-runtime",
                    "--self-contained",
                    "false",
                    "--artifacts-path",
                    Path.Combine(directory, "artifacts"),
                    "--output",
                    output,
                    "--verbosity",
                    "quiet",
                    "-p:RunAnalyzers=false",
                    .. options,
                ]
            )
        )!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(output, "notify-receiver")
            : throw new InvalidOperationException("The program could not be published.");
    }

    private static string Repository()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "NotifyReceiver.sln")))
        {
            directory =
                Path.GetDirectoryName(directory)
                ?? throw new InvalidOperationException("What is measured is published from its repository.");
        }
        return directory;
    }
}
