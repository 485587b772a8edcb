using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>Calls the webhook over connections that stay open, for tests that call often. Trusts the certificate that the service made.</summary>
internal sealed class Caller : IDisposable
{
    private readonly X509Certificate2 _trusted;
    private readonly HttpClient _client;
    private readonly Uri _webhook;

    /// <param name="installation">Whose service is called: the one that runs now.</param>
    /// <param name="connections">How many at most.</param>
    public Caller(Installation installation, int connections = 1)
    {
        _webhook = installation.Program.Webhook;
        _trusted = X509Certificate2.CreateFromPem(installation.Directory.Read("certs/self-signed/tls.crt"));
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(_trusted.RawDataMemory.Span);
        _client = new HttpClient(handler) { Timeout = Deadline.OfWait };
        _client.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
    }

    /// <returns>The notification's id.</returns>
    /// <exception cref="HttpRequestException">The service is gone.</exception>
    public async Task<string> PostAsync(string body, string contentType)
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, _webhook) { Content = content };
        // The promise is made by the head of the answer, whether its body arrives or not.
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!.OriginalString.Split('/')[^1];
    }

    public void Dispose()
    {
        _client.Dispose();
        _trusted.Dispose();
    }
}
