namespace NotifyReceiver.EndToEndTests.Receiving;

/// <summary>The table of what the webhook refuses, by a name for each.</summary>
internal static class RefusedCalls
{
    public const string SmallFile = "small.xml";
    public const string LargeFile = "large.xml";

    private const string Webhook = "{webhook}";

    public static readonly IReadOnlyDictionary<string, RefusedCall> All = new Dictionary<string, RefusedCall>(
        StringComparer.Ordinal
    )
    {
        ["no key"] = new(401, "missing-api-key", "X-Api-Key", [.. Body(SmallFile), Webhook]) { HasKey = false },
        ["a wrong key"] = new(401, "wrong-api-key", "Receiver:ApiKeys", [.. Wrong("X-Api-Key: "), Webhook])
        {
            HasKey = false,
        },
        ["a wrong bearer key"] = new(
            401,
            "wrong-api-key",
            "Receiver:ApiKeys",
            [.. Wrong("Authorization: Bearer "), Webhook]
        )
        {
            HasKey = false,
        },
        ["a wrong password"] = new(
            401,
            "wrong-api-key",
            "Receiver:ApiKeys",
            ["--user", $"amazon:{WrongKey.Text}", .. Body(SmallFile), Webhook]
        )
        {
            HasKey = false,
        },
        ["GET"] = new(405, "method-not-allowed", "allowed: POST", Webhook),
        ["PUT"] = new(405, "method-not-allowed", "allowed: POST", ["-X", "PUT", .. Body(SmallFile), Webhook]),
        ["an empty body"] = new(400, "empty-body", "--data-binary", [.. Xml, "--data-binary", "", Webhook]),
        ["a large body, HTTP/1.1"] = TooLarge("--http1.1"),
        ["a large body, HTTP/2"] = TooLarge("--http2"),
        ["a large chunked body, HTTP/1.1"] = TooLarge("--http1.1", "-H", "Transfer-Encoding: chunked"),
        ["a large body of unknown length, HTTP/2"] = TooLarge("--http2", "-H", "Content-Length:"),
        ["a web page"] = new(
            415,
            "unsupported-content-type",
            "application/xml",
            "-H",
            "Content-Type: text/html",
            "--data-binary",
            $"@{SmallFile}",
            Webhook
        ),
        ["curl -d without a content type"] = new(
            415,
            "unsupported-content-type",
            "application/x-www-form-urlencoded",
            "-d",
            $"@{SmallFile}",
            Webhook
        ),
        ["curl -F"] = new(415, "unsupported-content-type", "multipart/form-data", "-F", $"f=@{SmallFile}", Webhook),
        ["a compressed body"] = new(
            415,
            "unsupported-content-encoding",
            "without Content-Encoding",
            ["-H", "Content-Encoding: gzip", .. Body(SmallFile), Webhook]
        ),
        ["an unknown path"] = new(404, "not-found", "/elsewhere", [.. Body(SmallFile), "{root}/elsewhere"]),
        ["an unknown notification"] = new(404, "no-such-notification", "n99", "{webhook}/n99"),
    };

    private static string[] Xml => ["-H", "Content-Type: application/xml"];

    private static string[] Body(string file) => [.. Xml, "--data-binary", $"@{file}"];

    private static string[] Wrong(string header) => [.. Body(SmallFile), "-H", header + WrongKey.Text];

    private static RefusedCall TooLarge(params string[] how) =>
        new(413, "body-too-large", "Receiver:MaxBodyBytes", [.. how, .. Body(LargeFile), Webhook]);
}
