using System.Text;
using System.Text.Json;

namespace NotifyReceiver.Simulators.Acme.Wire;

/// <summary>What a request is answered.</summary>
internal sealed record AcmeReply(int Status, string ContentType, byte[] Body)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public Uri? Location { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether fewer bytes come than were announced.</summary>
    public bool IsCutShort { get; init; }

    public bool RetryAsDate { get; init; }

    public static AcmeReply Empty(int status) => new(status, "", []);

    public static AcmeReply Of(int status, object value) =>
        new(status, "application/json", JsonSerializer.SerializeToUtf8Bytes(value, Json));

    public static AcmeReply Of(RefusalException refusal) =>
        new(refusal.Status, "application/problem+json", JsonSerializer.SerializeToUtf8Bytes(Problem(refusal), Json))
        {
            Location = refusal.Location,
            RetryAfter = refusal.RetryAfter,
            Links = refusal.Terms is { } terms ? [$"<{terms}>;rel=\"terms-of-service\""] : [],
        };

    public static AcmeReply Text(int status, string contentType, string body) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));

    /// <summary>A problem as it stands inside an order or a challenge too.</summary>
    public static object Problem(RefusalException refusal) =>
        new
        {
            type = $"urn:ietf:params:acme:error:{refusal.Type}",
            detail = refusal.Message,
            status = refusal.Status,
            instance = refusal.Instance,
            subproblems = refusal.Subproblems.Count == 0 ? null : refusal.Subproblems,
        };

    public async Task SendAsync(HttpContext context, DateTimeOffset now)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (Location is not null)
        {
            response.Headers.Location = Location.AbsoluteUri;
        }
        foreach (var link in Links)
        {
            response.Headers.Append("Link", link);
        }
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = RetryAsDate ? $"{now + wait:R}" : $"{(long)wait.TotalSeconds}";
        }
        if (Body.Length > 0)
        {
            response.ContentType = ContentType;
        }
        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            var sent = IsCutShort ? Body.AsMemory(0, Body.Length / 2) : Body;
            await response.Body.WriteAsync(sent, context.RequestAborted);
        }
    }
}
