using System.CommandLine;
using NotifyReceiver.Cli.Certificates.Changing;

namespace NotifyReceiver.Cli.Certificates;

/// <summary><c>cert</c>: what is shown to callers, and how another is put in its place.</summary>
internal static class CertCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "cert",
            "Shows and changes the certificates of the webhook, while the service runs or not."
        )
        {
            json,
            StatusCommand.Create(settings),
            CheckCommand.Create(settings),
            ImportCommand.Create(settings),
            ReloadCommand.Create(settings),
            HistoryCommand.Create(settings),
            RollbackCommand.Create(settings),
            SelfSignedCommand.Create(settings),
            CsrCommand.Create(settings),
        };
        command.SetAction((parsed, stop) => StatusCommand.RunAsync(settings, parsed.GetValue(json), stop));
        return command;
    }
}
