using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Renewing.Planning;

namespace NotifyReceiver.Certificates.Renewing;

internal static class RenewalServices
{
    /// <summary>All that issues and renews, but for the worker; commands do without that.</summary>
    public static IServiceCollection AddRenewing(this IServiceCollection services, AcmeOptions options) =>
        services
            .AddIssuing(options)
#pragma warning disable S2245 // Nobody gains by guessing when something is tried again.
            .AddSingleton(new Chance(new Random()))
#pragma warning restore S2245
            .AddSingleton<RenewalStates>()
            .AddSingleton<RenewalReading>()
            .AddSingleton<RenewalCounts>()
            .AddSingleton<Suggestions>()
            .AddSingleton<Renewal>();

    /// <summary>And the worker that renews for as long as the service runs. Nothing where no CA is configured.</summary>
    public static IServiceCollection AddRenewal(this IServiceCollection services, AcmeOptions? options) =>
        options is null ? services : services.AddRenewing(options).AddHostedService<RenewalWorker>();
}
