using System.Net;

namespace NotifyReceiver.Ationet.Calls;

/// <summary>The way to ATIONET's hosts: one client for all of them, whoever calls.</summary>
internal static class AtionetHttp
{
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // After so long a host's name is looked up anew.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClient CreateClient() => CreateClient(CreateHandler());

    /// <summary>The same over another handler; it owns the handler.</summary>
    public static HttpClient CreateClient(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("NotifyReceiver/1.0");
        return client;
    }

    // A followed redirect turns the POST into a GET and a refusal into a false success.
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };
}
