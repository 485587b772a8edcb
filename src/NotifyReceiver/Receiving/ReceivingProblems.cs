using NotifyReceiver.Listening;

namespace NotifyReceiver.Receiving;

/// <summary>Everything that the webhook refuses, in words that a tester can act on. The names are stable.</summary>
internal static class ReceivingProblems
{
    public static Problem NoKey() =>
        Problem.Of(
            StatusCodes.Status401Unauthorized,
            "missing-api-key",
            "The call has no API key",
            $"Send the key in the header {CallerAuthentication.KeyHeader}, as 'Authorization: Bearer <key>', or as the password of HTTP Basic."
        );

    public static Problem WrongKey() =>
        Problem.Of(
            StatusCodes.Status401Unauthorized,
            "wrong-api-key",
            "The API key is not known",
            "The key that was sent is none of the accepted ones. Ask the receiver's operator for the current key (Receiver:ApiKeys)."
        );

    public static Problem EmptyBody() =>
        Problem.Of(
            StatusCodes.Status400BadRequest,
            "empty-body",
            "The body is empty",
            "Send the document or the notification as the body; with curl: --data-binary @file."
        );

    public static Problem TooLarge(int limit) =>
        Problem.Of(
            StatusCodes.Status413PayloadTooLarge,
            "body-too-large",
            "The body is too large",
            $"At most {limit} bytes are taken (Receiver:MaxBodyBytes). Nothing was stored."
        );

    public static Problem UnsupportedType(string contentType) =>
        Problem.Of(
            StatusCodes.Status415UnsupportedMediaType,
            "unsupported-content-type",
            "The content type is not supported",
            $"'{contentType}' is not taken. Send application/xml, application/json or text/plain; with curl: -H 'Content-Type: application/xml'."
        );

    public static Problem UnsupportedEncoding(string encoding) =>
        Problem.Of(
            StatusCodes.Status415UnsupportedMediaType,
            "unsupported-content-encoding",
            "The content encoding is not supported",
            $"'{encoding}' is not taken. Send the body as it is, without Content-Encoding."
        );

    public static Problem NotStored() =>
        Problem.Of(
            StatusCodes.Status503ServiceUnavailable,
            "not-stored",
            "The call could not be stored",
            "The receiver's disk or database failed. Nothing was stored; send the call again."
        );

    public static Problem Busy() =>
        Problem.Of(
            StatusCodes.Status503ServiceUnavailable,
            "busy",
            "Too many calls are under way",
            "Nothing was stored; send the call again in a moment, and fewer of them at once."
        );

    public static Problem DiskLow() =>
        Problem.Of(
            StatusCodes.Status503ServiceUnavailable,
            "disk-low",
            "The receiver's disk is nearly full",
            "Nothing was stored; send the call again later. The receiver's operator has to make room (Receiver:MinFreeBytes)."
        );

    public static Problem NoSuchNotification(string id) =>
        Problem.Of(
            StatusCodes.Status404NotFound,
            "no-such-notification",
            "There is no such notification",
            $"No notification is called '{id}'."
        );
}
