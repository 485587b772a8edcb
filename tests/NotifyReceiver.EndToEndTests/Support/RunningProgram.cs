using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>The service as a process of its own, from the moment that it listens.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly OutputLines _lines = new();

    private RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _lines.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _lines.Add(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Where notifications are posted.</summary>
    public Uri Webhook => AddressOf("https");

    /// <summary>The admin door's root.</summary>
    public Uri Admin => new(AddressOf("http").GetLeftPart(UriPartial.Authority));

    /// <summary>Everything that it has written, errors among it.</summary>
    public string Output => _lines.Text;

    public bool HasEnded => _process.HasExited;

    internal static async Task<RunningProgram> StartAsync(ProcessStartInfo start)
    {
        var program = new RunningProgram(start);
        try
        {
            await program.WaitForOutputAsync(text => Listening().Count(text) >= 2);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public Task WaitForOutputAsync(string part) =>
        WaitForOutputAsync(text => text.Contains(part, StringComparison.Ordinal));

    /// <summary>Asks it to stop, as systemd does.</summary>
    public Task TerminateAsync() => SignalAsync("TERM");

    /// <param name="signal">Its name without SIG.</param>
    public async Task SignalAsync(string signal)
    {
        var id = _process.Id.ToString(CultureInfo.InvariantCulture);
        var kill = Child.Describe("sh", ["-c", $"kill -{signal} {id}"], Path.GetTempPath(), []);
        var run = await CommandRun.ToEndAsync(kill);
        Assert.True(run.ExitCode == 0, $"{run}\n{this}");
    }

    /// <summary>Ends it as a power cut would: without a word, at once.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitForExitAsync();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline.OfExit);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException hangs)
        {
            throw new TimeoutException($"It did not end within {Deadline.OfExit}.\n{this}", hangs);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    public override string ToString() => $"The service wrote:\n{Output}";

    private async Task WaitForOutputAsync(Func<string, bool> until)
    {
        using var deadline = new CancellationTokenSource(Deadline.OfWait);
        var arrived = _lines.WaitForAsync(until, deadline.Token);
        var ended = _process.WaitForExitAsync(deadline.Token);
        await Task.WhenAny(arrived, ended);
        await deadline.CancelAsync();
        if (!until(Output))
        {
            throw new TimeoutException(
                $"It {(_process.HasExited ? "has ended" : "is running")} and has not written what was waited for.\n{this}"
            );
        }
    }

    private Uri AddressOf(string scheme) =>
        Listening()
            .Matches(Output)
            .Select(match => new Uri(match.Groups["url"].Value))
            .First(url => url.Scheme == scheme);

    [GeneratedRegex(@"^listening  (?<url>https?://\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
