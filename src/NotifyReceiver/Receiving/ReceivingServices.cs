using NotifyReceiver.Storage;

namespace NotifyReceiver.Receiving;

internal static class ReceivingServices
{
    public static IServiceCollection AddReceiving(
        this IServiceCollection services,
        ReceivingOptions options,
        IEnumerable<string> keys
    ) =>
        services
            .AddSingleton(options)
            .AddSingleton(new CallerAuthentication(keys))
            .AddSingleton(services => Intake.For(services.GetRequiredService<DiskRoom>(), options.MaxBodyBytes))
            .AddSingleton<Turnstile>()
            .AddSingleton<Reception>();
}
