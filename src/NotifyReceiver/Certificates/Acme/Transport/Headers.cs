using System.Net.Http.Headers;

namespace NotifyReceiver.Certificates.Acme.Transport;

/// <summary>Reads the headers that the protocol uses, as they came: nothing in them makes it throw.</summary>
internal static class Headers
{
    public static string? One(HttpResponseMessage response, string name) => All(response, name).FirstOrDefault();

    public static IReadOnlyList<string> All(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? [.. values] : [];

    /// <summary>A nonce is base64url; anything else is as good as none (RFC 8555 section 6.5.1).</summary>
    public static string? Nonce(HttpResponseMessage response) =>
        One(response, "Replay-Nonce") is { Length: > 0 and < 1000 } nonce && nonce.All(IsBase64Url) ? nonce : null;

    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        RetryConditionHeaderValue.TryParse(One(response, "Retry-After"), out var value)
            ? value switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks)),
                _ => null,
            }
            : null;

    private static bool IsBase64Url(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
