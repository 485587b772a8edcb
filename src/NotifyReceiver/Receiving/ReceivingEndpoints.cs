using NotifyReceiver.Notifications;

namespace NotifyReceiver.Receiving;

/// <summary>The webhook.</summary>
internal static class ReceivingEndpoints
{
    public const string Root = "/petrosoft";
    public const string Path = Root + "/notifications";

    public static bool IsCall(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path == Path;

    public static void MapReceiving(this IEndpointRouteBuilder routes)
    {
        // The framework would look for the parameters of a lambda anew with each call, in a scope of its own.
        var reception = routes.ServiceProvider.GetRequiredService<Reception>();
        routes.MapPost(Path, reception.ReceiveAsync);
        routes.MapGet(Path + "/{id}", Status);
    }

    private static IResult Status(
        string id,
        HttpContext context,
        CallerAuthentication callers,
        NotificationQueries notifications
    )
    {
        var (credential, refusal) = callers.Admit(context);
        if (refusal is not null)
        {
            return refusal;
        }
        var found = NotificationId.Parse(id) is { } parsed ? notifications.Find(parsed) : null;
        return found is not null && found.Credential == credential
            ? Results.Json(
                new
                {
                    id = found.Id.ToString(),
                    state = found.State,
                    receivedAt = found.ReceivedAt,
                    timesReceived = found.TimesReceived,
                    reasons = found.Reasons,
                }
            )
            : ReceivingProblems.NoSuchNotification(id);
    }
}
