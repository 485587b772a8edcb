using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace NotifyReceiver.Tests.Shared.Pebble;

/// <summary>A program that runs beside a test, and no longer than it.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int LinesKept = 2000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public string Output => string.Join('\n', _lines);

    public static ChildProcess Start(
        string program,
        IReadOnlyList<string> arguments,
        Dictionary<string, string> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var child = new ChildProcess(start);
        try
        {
            child._process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new FileNotFoundException($"{program} is not installed here; tests/run installs it", missing);
        }
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until it is ready for work.</summary>
    /// <exception cref="InvalidOperationException">It ended instead, or was not ready in time; with what it wrote.</exception>
    public async Task WaitUntilAsync(Func<CancellationToken, Task<bool>> isReady, TimeSpan timeout)
    {
        using var deadline = new CancellationTokenSource(timeout);
        try
        {
            while (!await isReady(deadline.Token))
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"{_process.StartInfo.FileName} ended: {Output}");
                }
                await Task.Delay(Pause, deadline.Token);
            }
        }
        catch (OperationCanceledException late)
        {
            throw new InvalidOperationException($"{_process.StartInfo.FileName} is not ready: {Output}", late);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.TryDequeue(out _);
            }
        }
    }
}
