using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NotifyReceiver.Ationet;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Dispatching;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Listening;
using NotifyReceiver.Notifications;
using NotifyReceiver.Operations;
using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Receiving;
using NotifyReceiver.Retention;
using NotifyReceiver.Settings;
using NotifyReceiver.Sites.Loading;
using NotifyReceiver.Storage;

namespace NotifyReceiver;

/// <summary>The service put together: its table of contents. Tests build the same one on port 0.</summary>
internal static class ReceiverApp
{
    // On top of what a request that is under way may still take.
    private static readonly TimeSpan StopMargin = TimeSpan.FromSeconds(10);

    /// <exception cref="StorageException">The data directory or the database cannot be used.</exception>
    public static WebApplication Build(ReceiverSettings settings, IConfigurationRoot configuration, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddReceiverConsole().AddConfiguration(configuration.GetSection("Logging"));
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Ationet.Timeout + StopMargin);

        var services = builder.Services;
        services.AddSingleton(clock);
        services.AddStorage(settings.Storage, Console.Out.WriteLine);
        services.AddNotifications(settings.Notifications);
        services.AddReceiving(settings.Receiving, ApiKeysOf(settings));
        services.AddSingleton(settings.Sites).AddSingleton<CurrentSites>();
        services.AddSingleton(settings.Profiles).AddSingleton<CurrentProfiles>().AddSingleton<CurrentMapper>();
        services.AddAtionet(settings.Ationet);
        services.AddPetrosoft(settings.Petrosoft).AddFetching().AddCatchUp(settings.CatchUp);
        services.AddDispatching(() => RereadAtionet(configuration));
        services.AddRetention(settings.Retention);

        services.AddCertificates(settings.Certificates, settings.Tls);
        services.AddHostedService<CertificateWatch>().AddHostedService<ReloadSignal>();
        services.AddRenewal(settings.Acme);

        var challengeDoor = settings.Acme?.Challenges.HttpListen ?? [];
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var tls = kestrel.ApplicationServices.GetRequiredService<TlsDoor>();
            Doors.Open(kestrel, settings.Receiving.Listen, tls.Open, challengeDoor, settings.Admin.Listen);
        });

        var app = builder.Build();
        app.UseHttpChallenges(context => Doors.ListenerOf(context) == Listener.Challenges);
        app.UseHstsHeader(settings.Tls);
        // The webhook answers its own faults: what stands around it costs each call.
        app.UseWhen(context => !ReceivingEndpoints.IsCall(context.Request), others => others.UseProblemPages());
        app.UseDoors(ReceivingEndpoints.Root);
        app.UseRouting();
        app.MapReceiving();
        app.MapHealth();
        app.MapCertificates();
        app.MapMetrics();
        app.MapPage();
        return app;
    }

    /// <summary>Where the running service really listens, once it has started: port 0 has become a number.</summary>
    public static IReadOnlyList<Uri> AddressesOf(WebApplication app) =>
        [
            .. app
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Select(address => new Uri(address)),
        ];

    private static AtionetOptions? RereadAtionet(IConfigurationRoot configuration)
    {
        configuration.Reload();
        var settings = new SettingsReader(configuration);
        var options = AtionetOptions.Read(settings);
        return settings.Mistakes.Count == 0 ? options : null;
    }

    private static IReadOnlyList<string> ApiKeysOf(ReceiverSettings settings) =>
        settings.Receiving.ApiKeys.Count > 0
            ? settings.Receiving.ApiKeys
            : [GeneratedApiKey.LoadOrCreate(settings.Storage).Key];
}
