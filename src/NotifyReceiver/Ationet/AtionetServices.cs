using NotifyReceiver.Ationet.Calls;

namespace NotifyReceiver.Ationet;

internal static class AtionetServices
{
    /// <summary>The options, and the one client for all destinations; the only <see cref="HttpClient"/> of the container is ATIONET's.</summary>
    public static IServiceCollection AddAtionet(this IServiceCollection services, AtionetOptions options) =>
        services.AddSingleton(options).AddSingleton(_ => AtionetHttp.CreateClient());
}
