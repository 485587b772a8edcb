using System.Text;
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
        if (Status == StatusCodes.Status204NoContent)
        {
            return Task.CompletedTask;
        }
        // An id has nothing that JSON would have to escape.
        var json = $$"""{"id":"{{Id}}"}""";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        response.BodyWriter.Advance(Encoding.ASCII.GetBytes(json, response.BodyWriter.GetSpan(json.Length)));
        return Task.CompletedTask;
    }
}
