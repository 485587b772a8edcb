using System.Text.Json;

namespace NotifyReceiver.Certificates.Acme.Transport;

/// <summary>What came back from a CA, before anybody has judged it.</summary>
/// <param name="Request">Method and address, for people.</param>
/// <param name="Address">What was asked, after redirects.</param>
/// <param name="Location">Null without one, or when it is not https.</param>
/// <param name="RetryAfter">From a number of seconds or a date, counted from now, never negative.</param>
internal sealed record Reply(
    string Request,
    Uri Address,
    int Status,
    byte[] Body,
    Uri? Location,
    TimeSpan? RetryAfter,
    string? Nonce,
    IReadOnlyList<string> LinkHeaders
)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
    };

    public bool IsSuccess => Status is >= 200 and <= 299;

    public IReadOnlyList<Uri> Linked(string relation) => Links.Of(relation, LinkHeaders, Address);

    /// <summary>The body as JSON of this shape; null when it is none. Members that nobody knows are ignored.</summary>
    public T? Read<T>()
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
