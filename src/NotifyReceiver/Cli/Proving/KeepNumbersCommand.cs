using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NotifyReceiver.Storage.Proving;

namespace NotifyReceiver.Cli.Proving;

/// <summary>The process that <c>verify-durability</c> kills; nobody else needs it, so no help tells of it.</summary>
internal static class KeepNumbersCommand
{
    private const string Name = "keep-numbers";

    public static Command Create()
    {
        var directory = new Argument<string>("directory");
        var first = new Argument<long>("first");
        var command = new Command(Name, "Keeps numbers until it is killed, for verify-durability.")
        {
            directory,
            first,
        };
        command.Hidden = true;
        command.SetAction(
            async (parsed, stop) =>
            {
                // Whoever started it holds the other end: it must not go on alone.
                var alone = Task.Run(Console.In.ReadToEnd, stop);
                var writing = KeptNumbers.WriteAsync(
                    parsed.GetRequiredValue(directory),
                    parsed.GetRequiredValue(first),
                    Tell,
                    stop
                );
                await await Task.WhenAny(writing, alone);
                return ExitCode.Done;
            }
        );
        return command;
    }

    /// <summary>How this program starts it.</summary>
    public static ProcessStartInfo Describe(string directory, long first)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KeepNumbersCommand).Assembly.Location);
        }
        start.ArgumentList.Add(Name);
        start.ArgumentList.Add(directory);
        start.ArgumentList.Add(first.ToString(CultureInfo.InvariantCulture));
        return start;
    }

    // The point ends the number: what a kill cuts off is not told.
    private static void Tell(long number) =>
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}."));
}
