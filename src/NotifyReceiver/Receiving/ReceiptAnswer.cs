using NotifyReceiver.Notifications;

namespace NotifyReceiver.Receiving;

/// <summary>Tells the sender that its call is on disk: the id, and where to ask for its state.</summary>
internal sealed record ReceiptAnswer(NotificationId Id, int Status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.Location = $"{ReceivingEndpoints.Path}/{Id}";
        return Status == StatusCodes.Status204NoContent
            ? Task.CompletedTask
            : response.WriteAsJsonAsync(new { id = Id.ToString() }, httpContext.RequestAborted);
    }
}
