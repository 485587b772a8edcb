using System.Runtime.InteropServices;

namespace NotifyReceiver.Benchmarks.Processes;

internal static class Dotnet
{
    // The runtime that runs this stands in shared/Microsoft.NETCore.App/10.0.x below the directory of dotnet.
    public static string Path { get; } =
        System.IO.Path.GetFullPath(
            System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")
        );
}
