using System.Diagnostics;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Benchmarks.Serving;

namespace NotifyReceiver.Benchmarks.Starting;

/// <summary>One start.</summary>
/// <param name="Listening">Until it says that it listens.</param>
/// <param name="Stored">Until the first call was answered as stored.</param>
/// <param name="Idle">How much memory it held when it had rested a while; bytes.</param>
internal sealed record StartTurn(TimeSpan Listening, TimeSpan Stored, long Idle)
{
    private const string Greeting = "listening  https://";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <param name="data">Its data directory: a new one, or one that was served before.</param>
    public static async Task<StartTurn> TakeAsync(string program, string data)
    {
        var settings = ProductSettings.For(data).Select(setting => $"--{setting.Key}={setting.Value}");
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(
            new ProcessStartInfo(program, settings) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var address = await AddressAsync(process);
        var listening = Stopwatch.GetElapsedTime(start);
        await using var server = ServerProcess.Of(process, address);
        await using (var connection = await PostingConnection.OpenAsync(address, Posting.Unknown))
        {
            await connection.PostAsync(Load.NewId());
        }
        var stored = Stopwatch.GetElapsedTime(start);
        await Task.Delay(Rest);
        return new StartTurn(listening, stored, server.Resident);
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Greeting, StringComparison.Ordinal))
            {
                return new Uri(line.Split(' ')[^1]);
            }
        }
        throw new InvalidOperationException("The program did not start.");
    }
}
