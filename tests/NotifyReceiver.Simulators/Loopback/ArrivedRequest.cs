using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace NotifyReceiver.Simulators.Loopback;

/// <summary>A request as it came over the wire, before anybody has judged it.</summary>
internal sealed record ArrivedRequest(
    string Protocol,
    string Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>False where the caller went before all of the body was here: there is nobody to judge, and nothing whole.</summary>
    public bool IsWhole { get; private init; } = true;

    public string Path => Target.Split('?', 2)[0];

    public string Query => Target.Contains('?', StringComparison.Ordinal) ? Target.Split('?', 2)[1] : "";

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    public IReadOnlyList<string> Header(string name) =>
        [
            .. Headers
                .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(header => header.Value),
        ];

    public static async Task<ArrivedRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        KeyValuePair<string, string>[] headers =
        [
            .. request.Headers.SelectMany(header =>
                header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? ""))
            ),
        ];
        using var body = new MemoryStream();
        var isWhole = await TryReadAsync(request.Body, body, cancellationToken);
        return new(request.Protocol, request.Method, target, headers, body.ToArray()) { IsWhole = isWhole };
    }

    /// <summary>A body that breaks off is kept as far as it came: the request was made and must be seen.</summary>
    private static async Task<bool> TryReadAsync(Stream body, MemoryStream into, CancellationToken cancellationToken)
    {
        try
        {
            await body.CopyToAsync(into, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
