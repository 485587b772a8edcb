using NotifyReceiver.Listening;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Receiving;

/// <summary>Takes one call: may it come in, is it whole, and the answer once it is on disk.</summary>
internal sealed class Reception(
    CallerAuthentication callers,
    ReceivingOptions options,
    Intake intake,
    CallInbox notifications,
    Turnstile turnstile,
    TimeProvider clock,
    ILogger<Reception> log
)
{
    private const string RetryAfterSeconds = "10";

    public async Task ReceiveAsync(HttpContext context)
    {
        try
        {
            var (credential, refusal) = callers.Admit(context);
            var answer = (refusal ?? CallHeaders.Objection(context.Request)) is { } objection
                ? Refuse(context, objection)
                : await TakeAsync(context, credential);
            await answer.ExecuteAsync(context);
        }
        // A sender that has gone gets no answer; the server tells of it where that is wanted.
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            if (fault is not BadHttpRequestException)
            {
                log.ReceptionFailed(fault);
            }
            // Of an answer that came to nothing, no header may stay.
            context.Response.Clear();
            await ProblemPages.OfFault(fault).ExecuteAsync(context);
        }
    }

    private async Task<IResult> TakeAsync(HttpContext context, string credential)
    {
        if (intake.Enter() is { } obstacle)
        {
            return TurnAway(context, obstacle);
        }
        try
        {
            using var body = new PooledBody(intake);
            return await BodyReading.ReadAsync(body, context.Request, options.MaxBodyBytes) switch
            {
                BodyRead.TooLarge => Refuse(context, ReceivingProblems.TooLarge(options.MaxBodyBytes)),
                BodyRead.Empty => Refuse(context, ReceivingProblems.EmptyBody()),
                BodyRead.NoRoom => TurnAway(context, ReceivingProblems.Busy()),
                _ => await StoreAsync(context, credential, body.Memory),
            };
        }
        finally
        {
            intake.Leave();
        }
    }

    // The order of these lines is the promise: the answer leaves after the commit.
    private async Task<IResult> StoreAsync(HttpContext context, string credential, ReadOnlyMemory<byte> body)
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

    private Problem Refuse(HttpContext context, Problem refusal)
    {
        log.CallRefused(context.Connection.RemoteIpAddress, refusal.Status, refusal.Type);
        return refusal;
    }

    private Problem TurnAway(HttpContext context, Problem refusal)
    {
        // Those who come by the thousand do not fill the log as well.
        if (turnstile.TurnedAway() is { } since)
        {
            log.TurnedAway(since, refusal.Type);
        }
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return refusal;
    }
}
