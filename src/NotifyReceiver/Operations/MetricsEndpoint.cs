using Prometheus;

namespace NotifyReceiver.Operations;

/// <summary>Figures for Prometheus, read at each scrape from whoever keeps them.</summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        var registry = Metrics.NewCustomRegistry();
        ActivatorUtilities.CreateInstance<CertificateMetrics>(routes.ServiceProvider).AddTo(registry);
        routes.MapGet(Path, context => WriteAsync(registry, context));
    }

    private static Task WriteAsync(CollectorRegistry registry, HttpContext context)
    {
        context.Response.ContentType = PrometheusConstants.TextContentTypeWithVersionAndEncoding;
        return registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    }
}
