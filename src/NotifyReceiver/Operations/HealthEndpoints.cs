using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Retention;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Operations;

/// <summary>Probes: is the process alive, and can it take notifications.</summary>
internal static class HealthEndpoints
{
    public const string ReadyPath = "/health/ready";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        routes.MapGet(ReadyPath, ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync([AsParameters] HealthSources asked)
    {
        var trouble = await asked.Storage.TroubleAsync();
        var stored = new HealthCheck("storage", trouble is null, trouble);
        HealthCheck[] checks =
        [
            stored,
            Ationet(asked.Destinations),
            Account(asked.Petrosoft),
            CatchUp(asked.CatchUp, stored.Ok),
            Growth(asked.Retention, stored.Ok),
            Taught("sites", asked.Sites.Refusal),
            Taught("profiles", asked.Profiles.Refusal),
            Certificates(asked.Certificates.Now()),
        ];
        return Results.Json(
            new { status = stored.Ok ? "ready" : "not-ready", checks },
            statusCode: stored.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    // Notifications are taken all the same, so this does not make the service unready.
    private static HealthCheck Ationet(AllDestinations destinations)
    {
        var troubles = destinations.All.SelectMany(TroublesOf).ToList();
        return new HealthCheck(
            "ationet",
            troubles.Count == 0,
            troubles.Count == 0 ? null : string.Join("; ", troubles)
        );
    }

    private static IEnumerable<string> TroublesOf(Destination destination)
    {
        foreach (var stop in destination.Stops)
        {
            var what = stop.Purpose == Stop.Insert ? "nothing is sent" : "no delivery can be looked up";
            yield return $"{destination.Name}: {what}, because ATIONET refused the credentials: {stop.Reason} "
                + "(mend them, or run 'notify-receiver resume')";
        }
        if (destination.Circuit.TroubleNow() is { } trouble)
        {
            yield return $"{destination.Name}: tried now and then: {trouble}";
        }
    }

    // What is pushed is taken all the same, so neither does this, nor what follows.
    private static HealthCheck Account(DocumentsApi petrosoft) =>
        new(
            "petrosoft",
            petrosoft.Refusal is null,
            petrosoft.Refusal is { } refusal
                ? $"nothing is fetched, because Petrosoft refused the account (Petrosoft:Login): {refusal}"
                : null
        );

    private static HealthCheck CatchUp(CatchUpStore store, bool isReadable)
    {
        var failed = isReadable ? store.Watermarks().Where(watermark => watermark.Failure is not null).ToList() : [];
        return new HealthCheck(
            "catch-up",
            failed.Count == 0,
            failed is [var first, ..]
                ? $"{failed.Count} of the stations' lists are not caught up with; {first.Location} {first.DocumentType}: {first.Failure}"
                : null
        );
    }

    private static HealthCheck Growth(RetentionState retention, bool isReadable)
    {
        if (!isReadable)
        {
            return new HealthCheck("retention", Ok: true, Detail: null);
        }
        var (figures, trouble) = retention.Now();
        return new HealthCheck("retention", trouble is null, trouble ?? figures);
    }

    // Callers that are less strict than others come through all the same.
    private static HealthCheck Certificates(CertificateStatus status) =>
        new("certificates", status.IsWell, status.IsWell ? null : string.Join("; ", status.Concerns));

    // What was read last without a mistake goes on.
    private static HealthCheck Taught(string what, string? refusal) =>
        new(
            what,
            refusal is null,
            refusal is null ? null : $"the {what} stay as they were last read, because {refusal}"
        );

    private sealed record HealthCheck(string Name, bool Ok, string? Detail);
}
