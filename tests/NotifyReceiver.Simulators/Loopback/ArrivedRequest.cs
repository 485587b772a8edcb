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
        var body = await ReadBodyAsync(request.Body, cancellationToken);
        return new(request.Protocol, request.Method, target, headers, body);
    }

    /// <summary>A body that breaks off is kept as far as it came: the request was made and must be seen.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(Stream body, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        try
        {
            await body.CopyToAsync(read, cancellationToken);
        }
        catch (IOException)
        {
            return read.ToArray();
        }
        catch (OperationCanceledException)
        {
            return read.ToArray();
        }

        return read.ToArray();
    }
}
