using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;
using Prometheus;

namespace NotifyReceiver.Operations;

/// <summary>Figures for Prometheus, read at each scrape from whoever keeps them.</summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var registry = Metrics.NewCustomRegistry();
        CertificateMetrics.AddTo(
            registry,
            services.GetRequiredService<StatusReading>(),
            services.GetRequiredService<CertificateCounts>(),
            services.GetRequiredService<HandshakeCounts>(),
            [.. services.GetServices<RenewalCounts>()]
        );
        routes.MapGet(Path, context => WriteAsync(registry, context));
    }

    private static Task WriteAsync(CollectorRegistry registry, HttpContext context)
    {
        context.Response.ContentType = PrometheusConstants.TextContentTypeWithVersionAndEncoding;
        return registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    }
}
