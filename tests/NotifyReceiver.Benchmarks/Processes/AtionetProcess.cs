using System.Diagnostics;
using System.Globalization;
using System.Text;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Benchmarks.Processes;

/// <summary>The simulated ATIONET in a process of its own, so that it shares neither heap nor threads with what is measured.</summary>
internal sealed class AtionetProcess : IAsyncDisposable
{
    /// <summary>Those that it is started with; among them, who may insert.</summary>
    public static readonly AtionetOptions Options = new();

    private readonly HttpClient _control = new();

    private AtionetProcess(Process process, Uri address)
    {
        Process = process;
        Address = address;
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    public Process Process { get; }

    public Uri Address { get; }

    public static async Task<AtionetProcess> StartAsync()
    {
        var process = Process.Start(
            new ProcessStartInfo(
                Dotnet.Path,
                [
                    Path.Combine(AppContext.BaseDirectory, "notify-receiver-simulators.dll"),
                    "ationet",
                    "--quiet",
                    "--port",
                    "0",
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var first = await process.StandardOutput.ReadLineAsync();
        return first?.Split(' ')[^1] is { } address
            ? new AtionetProcess(process, new Uri(address))
            : throw new InvalidOperationException("The simulated host did not start.");
    }

    /// <summary>Forgets what it holds, and from now on lets each request wait so long; not at all when that is nothing.</summary>
    public async Task ResetAsync(TimeSpan latency)
    {
        using var forgotten = await _control.DeleteAsync(new Uri(Address, "/_simulator/state"));
        forgotten.EnsureSuccessStatusCode();
        if (latency > TimeSpan.Zero)
        {
            var seconds = latency.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            using var slow = new StringContent(
                $$"""{"kind":"slow","delaySeconds":{{seconds}}}""",
                Encoding.UTF8,
                "application/json"
            );
            using var told = await _control.PostAsync(new Uri(Address, "/_simulator/misbehave"), slow);
            told.EnsureSuccessStatusCode();
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        _control.Dispose();
        End(this, EventArgs.Empty);
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    // Also where the benchmark is ended before it is done.
    private void End(object? sender, EventArgs e) => Process.Kill();
}
