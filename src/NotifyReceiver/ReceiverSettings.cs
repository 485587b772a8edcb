using NotifyReceiver.Ationet;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Operations;
using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Receiving;
using NotifyReceiver.Retention;
using NotifyReceiver.Settings;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Loading;
using NotifyReceiver.Storage;

namespace NotifyReceiver;

/// <summary>Everything that the service is told at start, read and checked as one.</summary>
internal sealed record ReceiverSettings(
    ReceivingOptions Receiving,
    StorageOptions Storage,
    AdminOptions Admin,
    CertificateOptions Certificates,
    TlsOptions Tls,
    AcmeOptions? Acme,
    AtionetOptions Ationet,
    PetrosoftOptions Petrosoft,
    CatchUpOptions CatchUp,
    NotificationOptions Notifications,
    RetentionOptions Retention,
    LoadedSites Sites,
    LoadedProfiles Profiles
)
{
    /// <exception cref="SettingsException">Carries every mistake, not only the first.</exception>
    public static ReceiverSettings Read(IConfigurationRoot configuration)
    {
        var settings = new SettingsReader(configuration);
        var all = Read(settings);
        settings.RefuseUnknownKeys();
        return settings.Mistakes.Count == 0 ? all : throw new SettingsException(settings.Mistakes);
    }

    /// <summary>What no setting is called by, for those who read but a few of them.</summary>
    public static IReadOnlyList<string> UnknownKeys(IConfigurationRoot configuration)
    {
        var settings = new SettingsReader(configuration);
        _ = Read(settings);
        var before = settings.Mistakes.Count;
        settings.RefuseUnknownKeys();
        return [.. settings.Mistakes.Skip(before)];
    }

    private static ReceiverSettings Read(SettingsReader settings)
    {
        var ationet = AtionetOptions.Read(settings);
        var certificates = CertificateOptions.Read(settings);
        return new ReceiverSettings(
            ReceivingOptions.Read(settings),
            StorageOptions.Read(settings),
            AdminOptions.Read(settings),
            certificates,
            TlsOptions.Read(settings),
            AcmeOptions.Read(settings, certificates),
            ationet,
            PetrosoftOptions.Read(settings),
            CatchUpOptions.Read(settings),
            NotificationOptions.Read(settings),
            RetentionOptions.Read(settings),
            SitesLoading.Load(SiteOptions.Read(settings), ationet.IsDryRun, settings),
            ProfileLoading.Load(ProfileOptions.Read(settings), settings)
        );
    }
}
