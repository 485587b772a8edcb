using NotifyReceiver.Certificates.Tls.Clients;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates.Tls;

/// <param name="HstsDays">For how long browsers are told to come by HTTPS alone; 0: they are not told.</param>
internal sealed record TlsOptions(TlsPolicy Policy, int HstsDays, ClientCertificates ClientCertificates)
{
    private const int UsualDays = 365;
    private const int MostDays = 3650;

    public static TlsOptions Read(SettingsReader settings) =>
        new(
            settings.Choice("Tls:Policy", TlsPolicy.Intermediate, TlsPolicy.ByName),
            (int)settings.Number("Tls:HstsDays", UsualDays, 0, MostDays),
            ClientCertificates.Read(settings)
        );
}
