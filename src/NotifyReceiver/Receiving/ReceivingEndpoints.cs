using NotifyReceiver.Listening;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Receiving;

/// <summary>The webhook.</summary>
internal static class ReceivingEndpoints
{
    public const string Path = "/petrosoft/notifications";

    private const string RetryAfterSeconds = "10";

    public static void MapReceiving(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, ReceiveAsync).Behind(Listener.Webhook);
        routes.MapGet(Path + "/{id}", Status).Behind(Listener.Webhook);
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context,
        CallerAuthentication callers,
        ReceivingOptions options,
        NotificationStore notifications,
        TimeProvider clock,
        ILogger<CallerAuthentication> log
    )
    {
        var request = context.Request;
        if (!Admit(context, callers, out var credential, out var refusal) || !IsReadable(request, out refusal))
        {
            log.CallRefused(context.Connection.RemoteIpAddress, refusal.Status, refusal.Type);
            return refusal;
        }
        var body = await BodyReading.ReadAsync(request, options.MaxBodyBytes, context.RequestAborted);
        if (body is not { Length: > 0 })
        {
            refusal = body is null ? ReceivingProblems.TooLarge(options.MaxBodyBytes) : ReceivingProblems.EmptyBody();
            log.CallRefused(context.Connection.RemoteIpAddress, refusal.Status, refusal.Type);
            return refusal;
        }
        var call = new ReceivedCall(
            clock.GetUtcNow(),
            CallHeaders.SenderId(request.Headers),
            credential,
            context.Connection.RemoteIpAddress?.ToString(),
            request.ContentType,
            CallHeaders.ToKeep(request.Headers),
            body
        );
        try
        {
            var receipt = await notifications.AddAsync(call);
            log.NotificationStored(receipt.Id, receipt.Arrival, body.Length, credential);
            return new ReceiptAnswer(receipt.Id, options.SuccessStatus);
        }
        catch (StorageException failure)
        {
            log.NotStored(failure);
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return ReceivingProblems.NotStored();
        }
    }

    private static IResult Status(
        string id,
        HttpContext context,
        CallerAuthentication callers,
        NotificationQueries notifications
    )
    {
        if (!Admit(context, callers, out _, out var refusal))
        {
            return refusal;
        }
        return NotificationId.Parse(id) is { } parsed && notifications.Find(parsed) is { } found
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

    private static bool Admit(
        HttpContext context,
        CallerAuthentication callers,
        out string credential,
        out Problem refusal
    )
    {
        var verdict = callers.Judge(context.Request.Headers);
        credential = verdict is CallerAuthentication.Verdict.Known known ? known.Credential : "";
        refusal =
            verdict is CallerAuthentication.Verdict.NoKey ? ReceivingProblems.NoKey() : ReceivingProblems.WrongKey();
        if (credential.Length > 0)
        {
            return true;
        }
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return false;
    }

    private static bool IsReadable(HttpRequest request, out Problem refusal)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        refusal =
            encoding.Length > 0 && encoding != "identity"
                ? ReceivingProblems.UnsupportedEncoding(encoding)
                : ReceivingProblems.UnsupportedType(request.ContentType ?? "");
        return (encoding.Length == 0 || encoding == "identity") && CallHeaders.IsSupported(request.ContentType);
    }
}
