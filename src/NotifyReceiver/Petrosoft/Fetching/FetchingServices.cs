namespace NotifyReceiver.Petrosoft.Fetching;

internal static class FetchingServices
{
    public static IServiceCollection AddFetching(this IServiceCollection services) =>
        services.AddSingleton<DocumentFetch>().AddSingleton<FetchStore>();
}
