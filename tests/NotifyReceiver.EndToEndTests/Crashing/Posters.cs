using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Crashing;

/// <summary>Several connections that post one invoice after the other until the service is gone, and keep what was promised.</summary>
internal sealed class Posters : IDisposable
{
    private const int Connections = 8;

    private readonly ConcurrentDictionary<string, string> _acknowledged = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly X509Certificate2 _trusted;
    private readonly HttpClient _client;
    private readonly Uri _webhook;
    private readonly int _until;
    private int _number;

    /// <param name="installation">Whose service is called.</param>
    /// <param name="until">How many acknowledged calls are enough.</param>
    public Posters(Installation installation, int until)
    {
        _webhook = installation.Program.Webhook;
        _until = until;
        _trusted = X509Certificate2.CreateFromPem(installation.Directory.Read("certs/self-signed/tls.crt"));
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(_trusted.RawDataMemory.Span);
        _client = new HttpClient(handler) { Timeout = Deadline.OfWait };
        _client.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
    }

    /// <summary>Completes when enough calls were acknowledged.</summary>
    public Task Enough => _enough.Task.WaitAsync(Deadline.OfWait);

    /// <returns>The id of each acknowledged notification, and the invoice number that it brought.</returns>
    public async Task<IReadOnlyDictionary<string, string>> PostUntilTheServiceIsGoneAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => PostOneAfterTheOtherAsync()));
        return _acknowledged;
    }

    public void Dispose()
    {
        _client.Dispose();
        _trusted.Dispose();
    }

    private async Task PostOneAfterTheOtherAsync()
    {
        try
        {
            while (true)
            {
                await PostAsync($"INV-{Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture)}");
            }
        }
        catch (HttpRequestException) when (_acknowledged.Count >= _until)
        {
            // The service is gone, as it was meant to be.
        }
    }

    private async Task PostAsync(string invoice)
    {
        using var content = new StringContent(new Invoice(invoice).ToXml(), Encoding.UTF8, Samples.Xml);
        using var request = new HttpRequestMessage(HttpMethod.Post, _webhook) { Content = content };
        // The promise is made by the head of the answer, whether its body arrives or not.
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        _acknowledged[response.Headers.Location!.OriginalString.Split('/')[^1]] = invoice;
        if (_acknowledged.Count >= _until)
        {
            _enough.TrySetResult();
        }
    }
}
