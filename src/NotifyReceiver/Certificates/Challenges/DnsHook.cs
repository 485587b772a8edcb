using System.Diagnostics;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Certificates.Challenges;

/// <summary>
/// The owner's program that puts TXT records into the zone and takes them out again:
/// <c>hook add|remove _acme-challenge.example.org VALUE</c>, and the same three in the environment. No shell is between.
/// </summary>
internal sealed class DnsHook(string program, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Null: it ended with 0. Else why not, in words, with what it said.</summary>
    public Task<string?> AddAsync(string record, string value, CancellationToken cancel) =>
        RunAsync("add", record, value, cancel);

    /// <summary>Null: it ended with 0. Else why not, in words, with what it said.</summary>
    public Task<string?> RemoveAsync(string record, string value, CancellationToken cancel) =>
        RunAsync("remove", record, value, cancel);

    private async Task<string?> RunAsync(string action, string record, string value, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, [action, record, value])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ACME_ACTION"] = action,
                ["ACME_RECORD"] = record,
                ["ACME_VALUE"] = value,
            },
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            return await EndAsync(process, $"'{program} {action} {record}'", cancel);
        }
        catch (Exception unstarted)
            when (unstarted is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            return $"Acme:DnsHook '{program}' cannot be started: {unstarted.Message}";
        }
    }

    private async Task<string?> EndAsync(Process process, string command, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var said = SaidAsync(process, either.Token);
        try
        {
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0
                ? null
                : PlainLine.Of($"{command} ended with {process.ExitCode}: {await said}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            return $"{command} did not end within {Longest.TotalSeconds:0} seconds and was stopped";
        }
    }

    // Both are read while it runs, so that it never waits for somebody to listen.
    private static async Task<string> SaidAsync(Process process, CancellationToken cancel)
    {
        var outputs = await Task.WhenAll(
            process.StandardError.ReadToEndAsync(cancel),
            process.StandardOutput.ReadToEndAsync(cancel)
        );
        var said = string.Join(' ', outputs).Trim();
        return said.Length > 0 ? said : "it said nothing";
    }
}
