namespace NotifyReceiver.Petrosoft.Api.Calls;

/// <summary>A reply as it came, of whatever status but a redirect.</summary>
/// <param name="Host">Who spoke, for messages.</param>
/// <param name="Body">Empty when the status is no success.</param>
/// <param name="Said">What the host says about its refusal, in brackets; it holds no secret.</param>
internal sealed record Reply(
    string Host,
    int Status,
    byte[] Body,
    string? ContentType,
    TimeSpan? RetryAfter,
    string Said = ""
)
{
    private const int TooEarly = 425;

    public bool IsSuccess => Status is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices;

    public string Detail => $"{Host} answered HTTP {Status}{Said}";

    /// <summary>The reply when it is a 200, otherwise what its status means.</summary>
    public Answer<Reply> Judge() =>
        Status switch
        {
            StatusCodes.Status200OK => new Answer<Reply>.Got(this),
            StatusCodes.Status404NotFound or StatusCodes.Status410Gone => new Answer<Reply>.Missing(Detail),
            < StatusCodes.Status400BadRequest
            or StatusCodes.Status401Unauthorized
            or StatusCodes.Status408RequestTimeout
            or TooEarly
            or StatusCodes.Status429TooManyRequests
            or >= StatusCodes.Status500InternalServerError => new Answer<Reply>.Failed(Detail, RetryAfter),
            _ => new Answer<Reply>.Refused(Detail),
        };
}
