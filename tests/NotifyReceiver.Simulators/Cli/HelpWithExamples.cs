using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NotifyReceiver.Simulators.Cli;

/// <summary>Prints the usual help of one command and, below it, what would be too long for the list of commands.</summary>
internal sealed class HelpWithExamples(string examples) : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new();

    public override bool ClearsParseErrors => true;

    public static HelpOption Option(string examples) => new() { Action = new HelpWithExamples(examples) };

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = _usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(examples);
        return exitCode;
    }
}
