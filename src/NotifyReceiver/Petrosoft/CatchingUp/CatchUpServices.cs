namespace NotifyReceiver.Petrosoft.CatchingUp;

internal static class CatchUpServices
{
    public static IServiceCollection AddCatchUp(this IServiceCollection services, CatchUpOptions options) =>
        services.AddSingleton(options).AddSingleton<CatchUpStore>().AddSingleton<CatchUp>();
}
