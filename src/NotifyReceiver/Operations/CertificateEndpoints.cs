using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;

namespace NotifyReceiver.Operations;

/// <summary>The certificates, for the operator of this machine.</summary>
internal static class CertificateEndpoints
{
    public const string Path = "/api/certificates";
    public const string ReloadPath = Path + "/reload";

    public static void MapCertificates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (StatusReading reading) => Results.Json(reading.Now()));
        routes.MapPost(ReloadPath, ReloadAsync);
    }

    private static async Task<IResult> ReloadAsync(
        ServedCertificates served,
        StatusReading reading,
        CancellationToken stop
    )
    {
        await served.LookAsync(Look.Settled, stop);
        return Results.Json(reading.Now());
    }
}
