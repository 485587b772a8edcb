using System.Net;
using System.Text;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetRequestTests
{
    [Theory]
    [InlineData("//v1/fms")]
    [InlineData("/v1/fms/")]
    [InlineData("/v1/FMS")]
    [InlineData("/v1/fms?x=1")]
    [InlineData("/")]
    public async Task Any_other_path_is_not_found(string path)
    {
        await AssertRefusedAsync(
            request => request.RequestUri = new(request.RequestUri!.GetLeftPart(UriPartial.Authority) + path),
            HttpStatusCode.NotFound,
            "40000",
            "path"
        );
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Any_other_method_is_refused(string method)
    {
        await AssertRefusedAsync(
            request => request.Method = new(method),
            HttpStatusCode.MethodNotAllowed,
            "40000",
            "method"
        );
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/json")]
    [InlineData(null)]
    public async Task Any_other_content_type_is_refused(string? contentType)
    {
        await AssertRefusedAsync(
            request =>
            {
                request.Content!.Headers.Remove("Content-Type");
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            },
            HttpStatusCode.UnsupportedMediaType,
            "40000",
            "Content-Type"
        );
    }

    [Fact]
    public async Task A_chunked_body_is_refused()
    {
        await AssertRefusedAsync(
            request => request.Headers.TransferEncodingChunked = true,
            HttpStatusCode.LengthRequired,
            "40000",
            "Content-Length"
        );
    }

    [Theory]
    [InlineData("gzip, deflate, br")]
    [InlineData(null)]
    public async Task Any_other_accept_encoding_is_refused(string? encoding)
    {
        await AssertRefusedAsync(
            request =>
            {
                request.Headers.Remove("Accept-Encoding");
                request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            },
            HttpStatusCode.BadRequest,
            "40000",
            "Accept-Encoding"
        );
    }

    [Theory]
    [InlineData(null, "30000")]
    [InlineData("Basic fms@example.com:wrong", "30000")]
    [InlineData("Basic Zm1zQGV4YW1wbGUuY29tOmxldC1tZS1pbnNlcnQ=", "30000")]
    [InlineData("fms@example.com:let-me-insert", "30000")]
    [InlineData("Basic interface@example.com:let-me-download", "52501")]
    public async Task Wrong_credentials_are_refused(string? authorization, string code)
    {
        await AssertRefusedAsync(
            request =>
            {
                request.Headers.Remove("Authorization");
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            },
            HttpStatusCode.Unauthorized,
            code,
            "Authorization"
        );
    }

    [Fact]
    public async Task Credentials_in_base64_are_right_when_that_is_asked_for()
    {
        await using var ationet = await AtionetSimulator.StartAsync(new() { CredentialForm = CredentialForm.Base64 });
        using var caller = new AtionetCaller(ationet);
        var user = Encoding.UTF8.GetBytes($"{ationet.Options.UserName}:{ationet.Options.Password}");

        using var plain = await caller.InsertAsync(AtionetCaller.Delivery);
        using var base64 = await caller.InsertAsync(
            AtionetCaller.Delivery,
            request =>
            {
                request.Headers.Remove("Authorization");
                request.Headers.Authorization = new("Basic", Convert.ToBase64String(user));
            }
        );

        Assert.Equal(HttpStatusCode.Unauthorized, plain.StatusCode);
        await AtionetCaller.AssertSuccessAsync(base64);
    }

    [Fact]
    public async Task A_violation_does_not_repeat_a_password()
    {
        await using var ationet = await AtionetSimulator.StartAsync(new() { Password = "another" });
        using var caller = new AtionetCaller(ationet);

        using var response = await caller.InsertAsync(
            AtionetCaller.Delivery,
            request =>
            {
                request.Headers.Remove("Authorization");
                request.Headers.TryAddWithoutValidation("Authorization", "Basic fms@example.com:top-secret");
            }
        );

        Assert.DoesNotContain("top-secret", Assert.Single(ationet.Violations), StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", ationet.ToString(), StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(
        Action<HttpRequestMessage> change,
        HttpStatusCode status,
        string code,
        string field
    )
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);

        using var response = await caller.InsertAsync(AtionetCaller.Delivery, change);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, await AtionetCaller.ResponseCodeAsync(response));
        Assert.Contains($": {field}: ", Assert.Single(ationet.Violations), StringComparison.Ordinal);
        Assert.Empty(ationet.Deliveries);
    }
}
