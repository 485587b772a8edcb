using NotifyReceiver.Dispatching;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Sites.Loading;
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

    private static async Task<IResult> ReadyAsync(
        Database database,
        DestinationState destination,
        CurrentSites sites,
        CurrentProfiles profiles
    )
    {
        var storage = await StorageAsync(database);
        var checks = new[]
        {
            storage,
            Destination(destination),
            Taught("sites", sites.Refusal),
            Taught("profiles", profiles.Refusal),
        };
        return Results.Json(
            new { status = storage.Ok ? "ready" : "not-ready", checks },
            statusCode: storage.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private static async Task<HealthCheck> StorageAsync(Database database)
    {
        try
        {
            // An empty turn of the writer: it takes the write lock and costs no disk sync.
            await database.WriteAsync(_ => { });
            return new HealthCheck("storage", Ok: true, Detail: null);
        }
        catch (StorageException failure)
        {
            return new HealthCheck("storage", Ok: false, failure.Message);
        }
    }

    // Notifications are taken all the same, so this does not make the service unready.
    private static HealthCheck Destination(DestinationState destination) =>
        new(
            "ationet",
            destination.Refusal is null,
            destination.Refusal is { } refusal
                ? $"nothing is sent, because ATIONET refused the credentials: {refusal}"
                : null
        );

    // What was read last without a mistake goes on, so neither does this.
    private static HealthCheck Taught(string what, string? refusal) =>
        new(
            what,
            refusal is null,
            refusal is null ? null : $"the {what} stay as they were last read, because {refusal}"
        );

    private sealed record HealthCheck(string Name, bool Ok, string? Detail);
}
