using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;

namespace NotifyReceiver.Cli.Certificates;

/// <summary>Looks at the certificates as the service would, where none runs.</summary>
internal static class StoppedService
{
    /// <summary>What it would serve; nothing is written.</summary>
    public static Task<CertificateStatus> StatusAsync(IReadOnlyList<string> settings, CancellationToken stop) =>
        LookAsync(settings, Look.WithoutTrace, stop);

    /// <summary>What it will serve; the admin's files are taken in.</summary>
    public static Task<CertificateStatus> ReloadAsync(IReadOnlyList<string> settings, CancellationToken stop) =>
        LookAsync(settings, Look.Settled, stop);

    private static async Task<CertificateStatus> LookAsync(
        IReadOnlyList<string> settings,
        Look look,
        CancellationToken stop
    )
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddCertificates(
                Workspace.Read(settings, CertificateOptions.Read),
                Workspace.Read(settings, TlsOptions.Read)
            )
            .BuildServiceProvider();
        await services.GetRequiredService<ServedCertificates>().LookAsync(look, stop);
        return services.GetRequiredService<StatusReading>().Now();
    }
}
