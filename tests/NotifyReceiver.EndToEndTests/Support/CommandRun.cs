using System.Diagnostics;
using System.Text;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>A command that has come to its end.</summary>
public sealed record CommandRun(string Command, int ExitCode, ReadOnlyMemory<byte> OutputBytes, string Error)
{
    /// <summary>The exit code of what was killed: 128 and the number of the signal, 9.</summary>
    public const int Killed = 137;

    private const int LongestShown = 4000;

    public string Output => Encoding.UTF8.GetString(OutputBytes.Span);

    /// <summary>Everything that it wrote.</summary>
    public string All => Output + Error;

    /// <param name="start">What to run.</param>
    /// <param name="kill">Ends it as a power cut would, once this has come; null lets it come to its own end.</param>
    /// <param name="within">When it is given up; null: when any command is.</param>
    internal static async Task<CommandRun> ToEndAsync(
        ProcessStartInfo start,
        Task? kill = null,
        TimeSpan? within = null
    )
    {
        var command = string.Join(' ', start.ArgumentList.Prepend(Path.GetFileName(start.FileName)));
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = ReadAsync(process.StandardOutput.BaseStream);
        var errors = ReadAsync(process.StandardError.BaseStream);
        var longest = within ?? Deadline.OfExit;
        using var deadline = new CancellationTokenSource(longest);
        try
        {
            if (kill is not null)
            {
                await Task.WhenAny(kill, process.WaitForExitAsync(deadline.Token));
                process.Kill();
            }
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException hangs)
        {
            process.Kill(entireProcessTree: true);
            var shown = Encoding.UTF8.GetString(await output) + Encoding.UTF8.GetString(await errors);
            throw new TimeoutException($"'{command}' did not end within {longest}:\n{shown}", hangs);
        }
        return new CommandRun(command, process.ExitCode, await output, Encoding.UTF8.GetString(await errors));
    }

    public override string ToString() => $"$ {Command}\n{Shorten(Output)}{Shorten(Error)}(exit {ExitCode})";

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        return read.ToArray();
    }

    private static string Shorten(string text) =>
        text.Length <= LongestShown ? text : $"{text[..LongestShown]}… ({text.Length} characters)\n";
}
