using System.CommandLine;

namespace NotifyReceiver.Cli.Tls;

/// <summary><c>tls</c>: how the webhook speaks TLS.</summary>
internal static class TlsCommand
{
    public static Command Create(IReadOnlyList<string> settings) =>
        new("tls", "Tells how the webhook speaks TLS.") { ReportCommand.Create(settings) };
}
