using NotifyReceiver.Listening;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Receiving;

/// <summary>The webhook.</summary>
internal static class ReceivingEndpoints
{
    public const string Root = "/petrosoft";
    public const string Path = Root + "/notifications";

    private const string RetryAfterSeconds = "10";

    // Amazon SNS gives its user and password only when asked for Basic; and a caller may understand but one challenge a line.
    private static readonly string[] Challenges = ["Bearer", "Basic realm=\"notify-receiver\""];

    public static void MapReceiving(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, ReceiveAsync);
        routes.MapGet(Path + "/{id}", Status);
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context,
        CallerAuthentication callers,
        ReceivingOptions options,
        CallInbox notifications,
        TimeProvider clock,
        ILogger<CallerAuthentication> log
    )
    {
        var (credential, refusal) = Admit(context, callers);
        refusal ??= CallHeaders.Objection(context.Request);
        var body = refusal is null
            ? await BodyReading.ReadAsync(context.Request, options.MaxBodyBytes, context.RequestAborted)
            : null;
        refusal ??= body switch
        {
            null => ReceivingProblems.TooLarge(options.MaxBodyBytes),
            [] => ReceivingProblems.EmptyBody(),
            _ => null,
        };
        if (refusal is not null)
        {
            log.CallRefused(context.Connection.RemoteIpAddress, refusal.Status, refusal.Type);
            return refusal;
        }
        return await StoreAsync(context, credential, body!, options, notifications, clock, log);
    }

    // The order of these lines is the promise: the answer leaves after the commit.
    private static async Task<IResult> StoreAsync(
        HttpContext context,
        string credential,
        byte[] body,
        ReceivingOptions options,
        CallInbox notifications,
        TimeProvider clock,
        ILogger log
    )
    {
        var request = context.Request;
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
        var (credential, refusal) = Admit(context, callers);
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

    private static (string Credential, Problem? Refusal) Admit(HttpContext context, CallerAuthentication callers)
    {
        var verdict = callers.Judge(context.Request.Headers);
        if (verdict is CallerAuthentication.Verdict.Known known)
        {
            return (known.Credential, null);
        }
        context.Response.Headers.WWWAuthenticate = Challenges;
        return (
            "",
            verdict is CallerAuthentication.Verdict.NoKey ? ReceivingProblems.NoKey() : ReceivingProblems.WrongKey()
        );
    }
}
