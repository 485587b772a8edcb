using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>How a program is started: in a directory, with nothing of the surroundings that a test did not give it.</summary>
internal static class Child
{
    public static string NotifyReceiver => Path.Combine(AppContext.BaseDirectory, "notify-receiver");

    public static ProcessStartInfo Describe(
        string file,
        IEnumerable<string> arguments,
        string directory,
        IEnumerable<KeyValuePair<string, string>> environment
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = directory;
        start.Environment["DOTNET_ROOT"] = DotnetRoot();
        // A zone that no site of ours is in: a time taken from the machine's clock shows as wrong.
        start.Environment["TZ"] = "Asia/Kathmandu";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }

    // The runtime that runs the tests stands in shared/Microsoft.NETCore.App/10.0.x below the root.
    private static string DotnetRoot() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
