using System.Text.Json.Nodes;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Simulators.Petrosoft.LoggingIn;

namespace NotifyReceiver.Simulators.Petrosoft.Answering;

internal static class PetrosoftAnswers
{
    public static Answer Error(int status, string parameter, string what) =>
        Json(new() { ["error"] = $"{parameter}: {what}", ["parameter"] = parameter }, status);

    public static Answer Tokens(TokenPair tokens, TimeSpan? lifetime)
    {
        var body = new JsonObject { ["access_token"] = tokens.Access };
        if (tokens.Refresh is not null)
        {
            body["refresh_token"] = tokens.Refresh;
        }

        if (lifetime is { } expires)
        {
            body["expires_in"] = (long)expires.TotalSeconds;
        }

        return Json(body);
    }

    public static Answer Resources(IReadOnlyList<string> directories, int total) =>
        Json(
            new()
            {
                ["resources"] = new JsonArray([.. directories.Select(directory => JsonValue.Create(directory))]),
                ["count"] = directories.Count,
                ["totalCount"] = total,
            }
        );

    public static Answer Documents(IEnumerable<PublishedDocument> documents, int? total)
    {
        var body = new JsonObject
        {
            ["documents"] = new JsonArray([
                .. documents.Select(document => new JsonObject
                {
                    ["fileName"] = document.FileName,
                    ["path"] = document.Path,
                }),
            ]),
        };
        if (total is not null)
        {
            body["totalCount"] = total;
        }

        return Json(body);
    }

    public static Answer File(PublishedDocument document) =>
        new(
            StatusCodes.Status200OK,
            Path.GetExtension(document.FileName).ToUpperInvariant() switch
            {
                ".XML" => "application/xml",
                ".JSON" => "application/json",
                ".ZIP" => "application/zip",
                _ => "application/octet-stream",
            },
            document.Content
        );

    private static Answer Json(JsonObject body, int status = StatusCodes.Status200OK) =>
        Answer.Json(status, body.ToJsonString(Control.Json.Strict));
}
