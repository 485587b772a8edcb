using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>
/// One side in a process of its own. It tells its address in the first line, and from then on answers each line that it is told;
/// the end of its input is its end.
/// </summary>
internal static class Served
{
    /// <summary>The first argument of such a process; the side and its directory follow.</summary>
    public const string Command = "serve";

    /// <summary>Asks how many bytes the process has allocated since it began.</summary>
    public const string Allocated = "allocated";

    /// <summary>Asks for an answer when nothing that came is waiting any more.</summary>
    public const string Settle = "settle";

    /// <summary>Asks for an answer when, besides, nothing is left that a service puts off until few calls come.</summary>
    public const string Rest = "rest";

    public static async Task<int> RunAsync(string sideName, string directory)
    {
        var control = Console.Out;
        // The log goes to a file, as it does behind a service manager.
        await using var log = new StreamWriter(Path.Combine(directory, "log")) { AutoFlush = true };
        Console.SetOut(TextWriter.Synchronized(log));
        var side = ServedSide.Parse(sideName);
        await using var app = side.Build(Path.Combine(directory, "data"));
        await side.StartAsync(app);
        await control.WriteLineAsync($"{ReceiverApp.AddressesOf(app).First(it => it.Scheme == Uri.UriSchemeHttps)}");
        while (await Console.In.ReadLineAsync() is { } question)
        {
            await control.WriteLineAsync(await AnswerAsync(question, side, app));
        }
        await app.StopAsync();
        return 0;
    }

    private static async Task<string> AnswerAsync(string question, ServedSide side, WebApplication app)
    {
        switch (question)
        {
            case Settle:
                await side.SettleAsync(app);
                break;
            case Rest:
                await ServedSide.RestAsync(app);
                break;
        }
        return GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture);
    }
}
