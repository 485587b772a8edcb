using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Certificates.Tls;

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
        var options = Workspace.Read(settings, CertificateOptions.Read);
        var acme = Workspace.Read(settings, reader => AcmeOptions.Read(reader, options, mustAgree: false));
        var collection = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddCertificates(options, Workspace.Read(settings, TlsOptions.Read));
        if (acme is not null)
        {
            collection.AddRenewing(acme);
        }
        await using var services = collection.BuildServiceProvider();
        await services.GetRequiredService<ServedCertificates>().LookAsync(look, stop);
        return services.GetRequiredService<StatusReading>().Now();
    }
}
