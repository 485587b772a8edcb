using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using NotifyReceiver.Benchmarks.Loading;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>The product as its own settings make it, apart from where it listens and keeps its files.</summary>
internal static class ProductSettings
{
    /// <param name="data">The data directory; what else it writes stands beside that.</param>
    public static IReadOnlyDictionary<string, string?> For(string data) =>
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Receiver:Listen"] = "https://127.0.0.1:0",
            ["Receiver:DataDirectory"] = data,
            ["Receiver:ApiKeys:0"] = Posting.Key,
            ["Admin:Listen"] = "http://127.0.0.1:0",
            ["Certificates:Directory"] = $"{data}-certs",
            ["Sites:File"] = Path.Combine(AppContext.BaseDirectory, "Samples", "sites.json"),
        };

    public static WebApplication Build(string data, IEnumerable<KeyValuePair<string, string?>> others)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(For(data))
            .AddInMemoryCollection(others)
            .Build();
        return ReceiverApp.Build(ReceiverSettings.Read(configuration), configuration, TimeProvider.System);
    }
}
