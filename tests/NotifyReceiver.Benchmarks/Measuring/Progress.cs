using System.Globalization;

namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>Tells on standard error how far a run is, since its table comes at the end.</summary>
internal static class Progress
{
    public static void Tell(string what) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss}  {what}"));

    public static void TellRound(string of, int done, int rounds) =>
        Tell(string.Create(CultureInfo.InvariantCulture, $"{of}: {done} of {rounds} rounds"));
}
