using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates;

/// <param name="Directory">Where certificates and their keys are kept.</param>
internal sealed record CertificateOptions(string Directory)
{
    public static CertificateOptions Read(SettingsReader settings) =>
        new(settings.Text("Certificates:Directory", "certs"));
}
