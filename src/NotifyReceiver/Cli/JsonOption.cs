using System.CommandLine;

namespace NotifyReceiver.Cli;

internal static class JsonOption
{
    public static Option<bool> Create(string what) => new("--json") { Description = $"writes {what} instead of text" };
}
