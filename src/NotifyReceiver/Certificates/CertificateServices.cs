using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Certificates.Tls;

namespace NotifyReceiver.Certificates;

internal static class CertificateServices
{
    public static IServiceCollection AddCertificates(
        this IServiceCollection services,
        CertificateOptions options,
        TlsOptions tls
    ) =>
        services
            .AddSingleton(options)
            .AddSingleton(tls)
            .AddSingleton<CertificateCounts>()
            .AddSingleton<LineageDirectory>()
            .AddSingleton<ManualIntake>()
            .AddSingleton<ServedCertificates>()
            .AddSingleton<ChallengeAnswers>()
            .AddSingleton<TlsDoor>()
            .AddSingleton<HandshakeCounts>()
            .AddSingleton<StatusReading>();
}
