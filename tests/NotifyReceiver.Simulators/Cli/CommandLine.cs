using System.CommandLine;
using System.CommandLine.Invocation;

namespace NotifyReceiver.Simulators.Cli;

internal static class CommandLine
{
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(
            "Stand-ins for the two remote hosts of notify-receiver. They listen on 127.0.0.1 only."
        )
        {
            AtionetCommand.Create(),
            PetrosoftCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Action is not ParseErrorAction)
        {
            return await parsed.InvokeAsync();
        }

        foreach (var error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        await Console.Error.WriteLineAsync("Add --help to see what there is.");
        return WrongUsage;
    }
}
