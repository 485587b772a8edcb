using System.Globalization;
using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Ationet;

/// <summary>An answer of the host as it came, and what it means.</summary>
/// <param name="Body">The first part of it, as text.</param>
/// <param name="IsWhole">False when the connection broke before its end.</param>
internal sealed record Reply(int Status, string Body, bool IsWhole, TimeSpan? RetryAfter)
{
    private const string Warnings = "10000";
    private const string InternalError = "50000";

    // Hints from the SDK's table (30000, 30001) and the documents of 2022 (52501).
    private static readonly HashSet<string> CredentialCodes = ["30000", "30001", "52501"];

    /// <summary>
    /// Judges by HTTP status first and by ResponseCode second: the codes differ between ATIONET's documents, and a 2xx alone
    /// is no acceptance.
    /// </summary>
    public Outcome ToOutcome()
    {
        var (code, message) = ReadCode();
        var detail = Describe(code, message);
        return Status switch
        {
            >= 200 and <= 299 => OfSuccessStatus(code, detail),
            >= 300 and <= 399 => new Outcome.Unknown($"HTTP {Status}: the host redirects, which is not followed"),
            401 or 403 => new Outcome.CredentialsRefused(detail),
            409 => new Outcome.Conflict(detail),
            // A gateway gave up on a host that may have gone on.
            502 or 504 => new Outcome.Unknown(detail),
            408 or 429 or >= 500 => new Outcome.Transient(detail, RetryAfter),
            _ when code is not null && CredentialCodes.Contains(code) => new Outcome.CredentialsRefused(detail),
            400 or 422 => new Outcome.Refused(detail),
            // Without a code it is not ATIONET that speaks, but something on the way, or another host.
            _ => code is null
                ? new Outcome.Transient($"{detail}, without a ResponseCode", RetryAfter)
                : new Outcome.Refused(detail),
        };
    }

    private Outcome OfSuccessStatus(string? code, string detail) =>
        code switch
        {
            null or "" => new Outcome.Unknown(
                $"HTTP {Status} without a ResponseCode{(IsWhole ? "" : "; the reply was cut off")}"
            ),
            _ when code.All(digit => digit == '0') => new Outcome.Accepted(detail),
            Warnings => new Outcome.AcceptedWithWarnings(detail),
            InternalError => new Outcome.Unknown(detail),
            _ when CredentialCodes.Contains(code) => new Outcome.CredentialsRefused(detail),
            _ => new Outcome.Refused(detail),
        };

    private string Describe(string? code, string? message) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP {Status}")
        + (code is null ? "" : $", ResponseCode {code}")
        + (string.IsNullOrWhiteSpace(message) ? "" : $": {PlainLine.Of(message)}");

    // Replies of this family say ResponseMessage, those of the transaction API ResponseText.
    private (string? Code, string? Message) ReadCode()
    {
        try
        {
            using var json = JsonDocument.Parse(Body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, null);
            }
            return (
                Text(json.RootElement, "ResponseCode"),
                Text(json.RootElement, "ResponseMessage") ?? Text(json.RootElement, "ResponseText")
            );
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
