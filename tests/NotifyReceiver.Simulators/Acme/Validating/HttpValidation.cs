using System.Globalization;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Validating;

/// <summary>http-01 (RFC 8555 section 8.3), with the name in the Host header and the connection on this machine.</summary>
internal static class HttpValidation
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong; null when nothing is.</summary>
    public static async Task<RefusalException?> LookAsync(
        int port,
        string token,
        LedgerName name,
        string keyAuthorization
    )
    {
        var address = new Uri(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/.well-known/acme-challenge/{token}")
        );
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = Timeout };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = name.Value.Contains(':', StringComparison.Ordinal) ? $"[{name.Value}]" : name.Value;
        try
        {
            using var response = await client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            if ((int)response.StatusCode != 200)
            {
                return new RefusalException(
                    403,
                    "unauthorized",
                    $"{address.AbsolutePath} of {request.Headers.Host} was answered {(int)response.StatusCode}"
                );
            }
            return body.TrimEnd() == keyAuthorization
                ? null
                : new RefusalException(
                    403,
                    "unauthorized",
                    $"the answer is not the key authorization {keyAuthorization}"
                );
        }
        catch (HttpRequestException failed)
        {
            return new RefusalException(
                400,
                "connection",
                $"{name.Value} could not be reached by HTTP: {failed.Message}"
            );
        }
    }
}
