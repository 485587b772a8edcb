using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Generated;
using NotifyReceiver.Receiving;
using NotifyReceiver.Settings;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Cli;

/// <summary><c>post</c>: sends a file to the webhook, as Petrosoft would.</summary>
internal static class PostCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public static Command Create(IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("file") { Description = "the document or notification to send" };
        var url = new Option<Uri?>("--url")
        {
            Description = "the webhook's address; by default the service of these settings",
            CustomParser = ReadUrl,
        };
        var key = new Option<string?>("--key") { Description = "the API key; by default the one of these settings" };
        var type = new Option<string?>("--content-type") { Description = "by default told by the file's ending" };
        var id = new Option<string?>("--id") { Description = "an id for the notification, sent as X-Notification-Id" };
        var json = JsonOption.Create("one JSON object");
        var command = new Command("post", "Posts a file to the webhook, as Petrosoft would.")
        {
            file,
            url,
            key,
            type,
            id,
            json,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var path = parsed.GetRequiredValue(file);
                if (!File.Exists(path))
                {
                    return await CommandLine.FailAsync($"there is no file '{path}'", ExitCode.NotFound);
                }
                var target = Workspace.Read(settings, Target.Read);
                using var request = new HttpRequestMessage(HttpMethod.Post, parsed.GetValue(url) ?? target.Url)
                {
                    Content = new ByteArrayContent(await File.ReadAllBytesAsync(path, stop)),
                };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", parsed.GetValue(type) ?? TypeOf(path));
                request.Headers.TryAddWithoutValidation(
                    CallerAuthentication.KeyHeader,
                    parsed.GetValue(key) ?? target.Key
                );
                if (parsed.GetValue(id) is { } given)
                {
                    request.Headers.TryAddWithoutValidation(CallHeaders.IdHeader, given);
                }
                return await SendAsync(request, target, parsed.GetValue(json), stop);
            }
        );
        return command;
    }

    private static async Task<int> SendAsync(
        HttpRequestMessage request,
        Target target,
        bool json,
        CancellationToken stop
    )
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            errors == SslPolicyErrors.None || target.IsOwn(certificate);
        using var client = new HttpClient(handler) { Timeout = Timeout };
        try
        {
            using var response = await client.SendAsync(request, stop);
            var body = await response.Content.ReadAsStringAsync(stop);
            var status = (int)response.StatusCode;
            if (json)
            {
                Output.WriteJson(
                    new
                    {
                        status,
                        location = response.Headers.Location,
                        body,
                    }
                );
            }
            else
            {
                await Console.Out.WriteLineAsync(
                    $"{status} {response.ReasonPhrase}  {response.Headers.Location}  {body}".TrimEnd()
                );
            }
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Failed;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or OperationCanceledException)
        {
            return await CommandLine.FailAsync(
                $"cannot reach {request.RequestUri}: {unreachable.InnerException?.Message ?? unreachable.Message}",
                ExitCode.Unreachable
            );
        }
    }

    private static Uri? ReadUrl(ArgumentResult result)
    {
        if (
            Uri.TryCreate(result.Tokens[^1].Value, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        )
        {
            return url;
        }
        result.AddError("--url takes an address like https://localhost:8443/petrosoft/notifications");
        return null;
    }

    private static string TypeOf(string path) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".XML" => "application/xml",
            ".JSON" => "application/json",
            _ => "text/plain",
        };

    /// <summary>The service that these settings describe.</summary>
    private sealed record Target(Uri Url, string Key, string CertificateFile)
    {
        public static Target Read(SettingsReader settings)
        {
            var options = ReceivingOptions.Read(settings);
            var storage = StorageOptions.Read(settings);
            var address =
                options.Listen.FirstOrDefault() ?? new ListenAddress("https", System.Net.IPAddress.Loopback, 8443);
            var host =
                address.Address.Equals(System.Net.IPAddress.Any) || address.IsLoopback
                    ? "localhost"
                    : address.Address.ToString();
            return new Target(
                new UriBuilder(Uri.UriSchemeHttps, host, address.Port, ReceivingEndpoints.Path).Uri,
                options.ApiKeys.FirstOrDefault() ?? GeneratedApiKey.Load(storage) ?? "",
                SelfSignedCertificate.FileIn(CertificateOptions.Read(settings))
            );
        }

        // The certificate that this very installation made for itself needs nobody's signature.
        public bool IsOwn(X509Certificate? certificate)
        {
            if (certificate is null || !File.Exists(CertificateFile))
            {
                return false;
            }
            using var own = X509Certificate2.CreateFromPem(File.ReadAllText(CertificateFile));
            return own.RawDataMemory.Span.SequenceEqual(certificate.GetRawCertData());
        }
    }
}
