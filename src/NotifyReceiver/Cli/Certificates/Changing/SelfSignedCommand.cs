using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Generated;

namespace NotifyReceiver.Cli.Certificates.Changing;

/// <summary><c>cert self-signed</c>: the certificate that the program makes itself, made anew.</summary>
internal static class SelfSignedCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command(
            "self-signed",
            "Makes the self-signed certificate anew, for this machine's names and Certificates:Names. It is served while there is no other."
        );
        command.SetAction((_, stop) => RunAsync(settings, stop));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken stop)
    {
        var options = Workspace.Read(settings, CertificateOptions.Read);
        using var held = await WriteAccess.TakeAsync(options, stop);
        using var certificate = SelfSignedCertificate.Create(options, TimeProvider.System);
        var file = SelfSignedCertificate.FileIn(options);
        await Console.Out.WriteLineAsync(
            $"""
            {file} is new, valid until {Output.Time(
                new DateTimeOffset(certificate.NotAfter)
            )}; a running service shows it within two seconds
            where there is no other. Give it to testers: curl --cacert {file}
            """
        );
        return ExitCode.Done;
    }
}
