namespace NotifyReceiver.Receiving;

internal static class ReceivingServices
{
    public static IServiceCollection AddReceiving(
        this IServiceCollection services,
        ReceivingOptions options,
        IEnumerable<string> keys
    ) => services.AddSingleton(options).AddSingleton(new CallerAuthentication(keys));
}
