using System.Globalization;
using System.Text.Unicode;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Receiving;

/// <summary>Tells the sender that its call is on disk: the id, and where to ask for its state.</summary>
internal sealed record ReceiptAnswer(NotificationId Id, int Status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var id = Id.ToString();
        response.StatusCode = Status;
        response.Headers.Location = $"{ReceivingEndpoints.Path}/{id}";
        if (Status == StatusCodes.Status204NoContent)
        {
            return Task.CompletedTask;
        }
        response.ContentType = "application/json; charset=utf-8";
        // An id has nothing that JSON would have to escape, and the writer has room for it.
        var room = response.BodyWriter.GetSpan();
        Utf8.TryWrite(room, CultureInfo.InvariantCulture, $$"""{"id":"{{id}}"}""", out var length);
        response.ContentLength = length;
        response.BodyWriter.Advance(length);
        return Task.CompletedTask;
    }
}
