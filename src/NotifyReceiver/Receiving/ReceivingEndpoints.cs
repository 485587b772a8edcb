using NotifyReceiver.Notifications;

namespace NotifyReceiver.Receiving;

/// <summary>The webhook.</summary>
internal static class ReceivingEndpoints
{
    public const string Root = "/petrosoft";
    public const string Path = Root + "/notifications";

    public static void MapReceiving(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, (HttpContext context, Reception reception) => reception.ReceiveAsync(context));
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
