namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>Calls the service as a tester does, trusting the certificate that it made for itself.</summary>
public sealed class Curl(Installation installation)
{
    private static readonly string[] Usual =
    [
        "--silent",
        "--show-error",
        "--max-time",
        "30",
        "--cacert",
        "certs/self-signed/tls.crt",
    ];

    /// <summary>With these arguments alone, for calls that may come to nothing.</summary>
    public Task<CommandRun> RunAsync(params string[] arguments) =>
        installation.RunOtherAsync("curl", [.. Usual, .. arguments]);

    public async Task<HttpAnswer> CallAsync(params string[] arguments) =>
        HttpAnswer.Of(await RunAsync(["--include", .. arguments]));

    public Task<HttpAnswer> GetAsync(Uri url, params string[] arguments) => CallAsync([.. arguments, $"{url}"]);

    /// <summary>Posts a file to the webhook, with the key.</summary>
    public Task<HttpAnswer> PostAsync(string file, string contentType, params string[] arguments) =>
        CallAsync([
            "--header",
            $"X-Api-Key: {installation.ApiKey}",
            "--header",
            $"Content-Type: {contentType}",
            "--data-binary",
            $"@{file}",
            .. arguments,
            $"{installation.Program.Webhook}",
        ]);

    public Task<HttpAnswer> PostSampleAsync(string name) => PostAsync(Samples.PathOf(name), Samples.TypeOf(name));

    /// <summary>Posts a text; the call must be taken.</summary>
    /// <returns>The notification's id.</returns>
    public async Task<string> PostTextAsync(string text, string contentType, params string[] arguments)
    {
        var file = installation.Directory.Write($"body-{Guid.NewGuid():N}", text);
        var answer = await PostAsync(file, contentType, arguments);
        Assert.True(answer.Status == 202, $"{answer}\n{installation.Transcript}");
        return answer.Id;
    }
}
