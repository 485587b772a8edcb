using System.Net;
using System.Text;
using System.Text.Json;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Tests.Simulators;

/// <summary>Calls the simulator the way a well-made client does, unless a test changes the request.</summary>
internal sealed class AtionetCaller(AtionetSimulator simulator) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static readonly string Delivery = Capture.Read("ationet-sdk-delivery-one.http").Body;
    public static readonly string Inventory = Capture.Read("ationet-sdk-inventory-one.http").Body;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Patience,
    };

    public Task<HttpResponseMessage> InsertAsync(
        string body,
        Action<HttpRequestMessage>? change = null,
        CancellationToken cancellationToken = default
    ) => InsertAsync(Encoding.UTF8.GetBytes(body), change, cancellationToken);

    public async Task<HttpResponseMessage> InsertAsync(
        byte[] body,
        Action<HttpRequestMessage>? change = null,
        CancellationToken cancellationToken = default
    )
    {
        using var request = Request(simulator, body);
        change?.Invoke(request);
        return await _client.SendAsync(request, cancellationToken);
    }

    public async Task<HttpResponseMessage> DownloadAsync(string body, Action<HttpRequestMessage>? change = null)
    {
        var options = simulator.Options;
        using var request = Request(
            simulator,
            "/v1/interface",
            options.DownloadUserName,
            options.DownloadPassword,
            Encoding.UTF8.GetBytes(body)
        );
        change?.Invoke(request);
        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>An insert, for a test that has a client of its own.</summary>
    public static HttpRequestMessage Request(AtionetSimulator simulator, string body) =>
        Request(simulator, Encoding.UTF8.GetBytes(body));

    public static async Task<string?> ResponseCodeAsync(HttpResponseMessage response) =>
        await MemberAsync(response, "ResponseCode");

    public static async Task<string?> ResponseErrorAsync(HttpResponseMessage response) =>
        await MemberAsync(response, "ResponseError");

    public static async Task AssertSuccessAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            """{"ResponseCode":"00000","ResponseMessage":"Operation Succeeded","ResponseError":null}""",
            await response.Content.ReadAsStringAsync()
        );
    }

    private static HttpRequestMessage Request(AtionetSimulator simulator, byte[] body) =>
        Request(simulator, "/v1/fms", simulator.Options.UserName, simulator.Options.Password, body);

    private static HttpRequestMessage Request(
        AtionetSimulator simulator,
        string path,
        string user,
        string password,
        byte[] body
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(simulator.BaseUrl + path))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {user}:{password}");
        return request;
    }

    private static async Task<string?> MemberAsync(HttpResponseMessage response, string member)
    {
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty(member).GetString();
    }
}
