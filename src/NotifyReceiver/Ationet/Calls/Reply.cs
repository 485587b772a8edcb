using System.Globalization;
using System.Text;
using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Ationet.Calls;

/// <summary>An answer of the host as text, and what it means.</summary>
/// <param name="Body">The first part of it.</param>
/// <param name="Problem">Why that is not all, as in "was cut off"; null when it is all.</param>
internal sealed record Reply(int Status, string Body, string? Problem, TimeSpan? RetryAfter)
{
    private const string Warnings = "10000";
    private const string InternalError = "50000";

    // Hints from the SDK's table (30000, 30001) and the documents of 2022 (52501).
    private static readonly HashSet<string> CredentialCodes = ["30000", "30001", "52501"];

    private readonly (string? Code, string? Message) _said = Said(Body);

    /// <summary>Who was named in the request: a host that repeats the password is not quoted with it.</summary>
    public Credentials? Sender { get; init; }

    /// <summary>In words: status, code and message.</summary>
    public string Detail
    {
        get
        {
            var (code, message) = _said;
            return string.Create(CultureInfo.InvariantCulture, $"HTTP {Status}")
                + (code is null ? "" : $", ResponseCode {code}")
                + (string.IsNullOrWhiteSpace(message) ? "" : $": {PlainLine.Of(Sender?.HiddenIn(message) ?? message)}");
        }
    }

    /// <summary>Whether the host will take nothing from this user.</summary>
    public bool RefusesCredentials =>
        Status is 401 or 403
        || (Status is (>= 200 and <= 299) or (>= 400 and <= 499) && Code is { } code && CredentialCodes.Contains(code));

    public bool Redirects => Status is >= 300 and <= 399;

    private string? Code => _said.Code;

    public static Reply Of(Answer.Came answer, Credentials sender)
    {
        using var reader = new StreamReader(new MemoryStream(answer.Body), Encoding.UTF8);
        return new Reply(answer.Status, reader.ReadToEnd(), answer.Problem, answer.RetryAfter) { Sender = sender };
    }

    /// <summary>
    /// What became of an insert. Judges by HTTP status first and by ResponseCode second: the codes differ between ATIONET's
    /// documents, and a 2xx alone is no acceptance.
    /// </summary>
    public Outcome ToOutcome() =>
        Status switch
        {
            _ when Redirects => new Outcome.Unknown($"HTTP {Status}: the host redirects, which is not followed"),
            409 => new Outcome.Conflict(Detail),
            429 => new Outcome.Throttled(Detail, RetryAfter),
            // Only 503 says that nothing was taken; otherwise a host may fail after it has stored, or a gateway give up on it.
            408 or 503 => new Outcome.Transient(Detail, RetryAfter),
            >= 500 and <= 599 => new Outcome.Unknown(Detail),
            _ when RefusesCredentials => new Outcome.CredentialsRefused(Detail),
            >= 200 and <= 299 => OfSuccessStatus(),
            400 or 422 => new Outcome.Refused(Detail),
            // Without a code it is not ATIONET that speaks, but something on the way, or another host.
            >= 400 and <= 499 => Code is null
                ? new Outcome.Transient($"{Detail}, without a ResponseCode", RetryAfter)
                : new Outcome.Refused(Detail),
            _ => new Outcome.Unknown($"{Detail}, which is no status that HTTP has for an answer"),
        };

    private Outcome OfSuccessStatus() =>
        Code switch
        {
            null or "" => new Outcome.Unknown(
                $"HTTP {Status} without a ResponseCode{(Problem is null ? "" : $"; the reply {Problem}")}"
            ),
            var code when code.All(digit => digit == '0') => new Outcome.Accepted(Detail),
            Warnings => new Outcome.AcceptedWithWarnings(Detail),
            InternalError => new Outcome.Unknown(Detail),
            _ => new Outcome.Refused(Detail),
        };

    // Replies of this family say ResponseMessage, those of the transaction API ResponseText.
    private static (string? Code, string? Message) Said(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
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

    private static string? Text(JsonElement json, string member)
    {
        try
        {
            return json.TryGetProperty(member, out var value)
                ? value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Number => value.GetRawText(),
                    _ => null,
                }
                : null;
        }
        // It holds half a character.
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
