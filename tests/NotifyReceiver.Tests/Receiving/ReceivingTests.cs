using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NotifyReceiver.Notifications;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Receiving;

public sealed class ReceivingTests : IAsyncLifetime
{
    private const int Limit = 2000;

    private readonly TemporaryDirectory _directory = new();
    private RunningReceiver _receiver = null!;

    public async Task InitializeAsync() =>
        _receiver = await RunningReceiver.StartAsync(_directory, Setting.Of("Receiver:MaxBodyBytes", $"{Limit}"));

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_call_is_answered_with_its_id_and_where_to_ask_for_its_state()
    {
        using var response = await _receiver.PostAsync(Samples.Bytes(Samples.FuelInvoice));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"id":"n1"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("/petrosoft/notifications/n1", response.Headers.Location!.ToString());

        await _receiver.WaitUntilNotificationIsAsync(new NotificationId(1), NotificationState.Converted);
        using var state = JsonDocument.Parse(
            await _receiver.Client.GetStringAsync(new Uri(_receiver.Webhook, response.Headers.Location))
        );
        Assert.Equal("converted", state.RootElement.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_body_whose_pieces_are_malformed_is_told_so_in_words()
    {
        var answer = await UnfinishedCall.AnswerToAsync(
            _receiver.Webhook,
            "Transfer-Encoding: chunked\r\n\r\nno number\r\n"
        );

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("urn:notify-receiver:problem:malformed-request", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_byte_for_byte_with_its_headers_and_without_its_key()
    {
        byte[] body = [.. "\r\n<a>"u8, 0xFF, 0x00, 0xFE, .. "</a>\n\n"u8];
        using var request = new HttpRequestMessage(HttpMethod.Post, _receiver.Webhook)
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        request.Headers.Add("X-Trace", ["one", "two"]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "another-secret");
        using var response = await _receiver.Client.SendAsync(request);

        var raw = _receiver.Notifications.Raw(new NotificationId(1))!.Value;
        Assert.Equal(body, raw.Body);
        Assert.Contains("""["X-Trace","one, two"]""", raw.Headers, StringComparison.Ordinal);
        Assert.Contains("""["Content-Type","text/plain"]""", raw.Headers, StringComparison.Ordinal);
        Assert.Contains("""["X-Api-Key","[redacted]"]""", raw.Headers, StringComparison.Ordinal);
        Assert.DoesNotContain("another-secret", raw.Headers, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningReceiver.ApiKey, raw.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "missing-api-key")]
    [InlineData("X-Api-Key", "wrong-key-0123456789", "wrong-api-key")]
    [InlineData("X-Api-Key", "a-key-for-tests-012345678", "wrong-api-key")]
    [InlineData("Authorization", "Bearer wrong-key-0123456789", "wrong-api-key")]
    [InlineData("Authorization", "Basic YTpi", "wrong-api-key")] // a:b
    [InlineData("Authorization", "Basic YTo=", "wrong-api-key")] // a:
    [InlineData("Authorization", "Basic YS1rZXktZm9yLXRlc3RzLTAxMjM0NTY3ODk=", "wrong-api-key")] // the key without a user
    [InlineData("Authorization", "Basic YS1rZXktZm9yLXRlc3RzLTAxMjM0NTY3ODk6", "wrong-api-key")] // the key as the user
    [InlineData("Authorization", "Basic !", "wrong-api-key")]
    [InlineData("Authorization", "Basic", "missing-api-key")]
    [InlineData("Authorization", "Digest username=\"a\"", "missing-api-key")]
    public async Task Without_an_accepted_key_nothing_is_taken(string? header, string? value, string problem)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _receiver.Webhook)
        {
            Content = new StringContent("<a/>"),
        };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }
        using var response = await _receiver.Anonymous.SendAsync(request);

        await AssertProblemAsync(response, HttpStatusCode.Unauthorized, problem);
        Assert.Equal(
            ["Bearer", "Basic realm=\"notify-receiver\""],
            response.Headers.WwwAuthenticate.Select(challenge => challenge.ToString())
        );
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    public async Task The_key_may_come_as_a_bearer_token(string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _receiver.Webhook)
        {
            Content = new StringContent("<a/>"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, RunningReceiver.ApiKey);

        Assert.Equal(HttpStatusCode.Accepted, (await _receiver.Anonymous.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("Basic", "amazon")]
    [InlineData("basic", "")]
    public async Task The_key_may_come_as_the_password_of_any_user(string scheme, string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _receiver.Webhook)
        {
            Content = new StringContent("<a/>"),
        };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{RunningReceiver.ApiKey}"));
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, credentials);

        Assert.Equal(HttpStatusCode.Accepted, (await _receiver.Anonymous.SendAsync(request)).StatusCode);
        Assert.DoesNotContain(
            credentials,
            _receiver.Notifications.Raw(new NotificationId(1))!.Value.Headers,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_key_may_have_colons_in_it()
    {
        const string Key = "key:with:colons-0123456789";
        using var directory = new TemporaryDirectory();
        await using var receiver = await RunningReceiver.StartAsync(directory, Setting.Of("Receiver:ApiKeys:0", Key));
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Webhook)
        {
            Content = new StringContent("<a/>"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"any:{Key}"))
        );

        Assert.Equal(HttpStatusCode.Accepted, (await receiver.Anonymous.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_caller_that_waits_for_the_challenge_gets_in_with_user_and_password()
    {
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                Credentials = new NetworkCredential("amazon", RunningReceiver.ApiKey),
                SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
            }
        );

        Assert.Equal(
            HttpStatusCode.Accepted,
            (await client.PostAsync(_receiver.Webhook, new StringContent("<a/>"))).StatusCode
        );
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("image/png")]
    public async Task A_content_type_that_no_document_has_is_refused(string contentType) =>
        await AssertProblemAsync(
            await _receiver.PostAsync("<a/>"u8.ToArray(), contentType),
            HttpStatusCode.UnsupportedMediaType,
            "unsupported-content-type"
        );

    [Theory]
    [InlineData("text/plain; charset=UTF-8")]
    [InlineData("application/vnd.naxml+xml")]
    [InlineData("application/cloudevents+json")]
    [InlineData("application/octet-stream")]
    [InlineData("TEXT/XML")]
    [InlineData("")]
    public async Task Content_types_that_documents_come_with_are_taken(string contentType) =>
        Assert.Equal(HttpStatusCode.Accepted, (await _receiver.PostAsync("<a/>"u8.ToArray(), contentType)).StatusCode);

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.ContentEncoding.Add("gzip");

        await AssertProblemAsync(
            await _receiver.Client.PostAsync(_receiver.Webhook, content),
            HttpStatusCode.UnsupportedMediaType,
            "unsupported-content-encoding"
        );
    }

    [Fact]
    public async Task An_empty_body_is_refused() =>
        await AssertProblemAsync(await _receiver.PostAsync([]), HttpStatusCode.BadRequest, "empty-body");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_above_the_limit_is_refused_however_its_length_is_told(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _receiver.Webhook)
        {
            Content = new ByteArrayContent(Body(Limit + 1)),
            Version = HttpVersion.Version11,
        };
        request.Headers.TransferEncodingChunked = chunked;

        await AssertProblemAsync(
            await _receiver.Client.SendAsync(request),
            HttpStatusCode.RequestEntityTooLarge,
            "body-too-large"
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_at_the_limit_is_taken(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _receiver.Webhook)
        {
            Content = new ByteArrayContent(Body(Limit)),
        };
        request.Headers.TransferEncodingChunked = chunked;

        Assert.Equal(HttpStatusCode.Accepted, (await _receiver.Client.SendAsync(request)).StatusCode);
        Assert.Equal(Limit, _receiver.Notifications.Raw(new NotificationId(1))!.Value.Body.Length);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Another_method_is_refused_and_the_right_one_named(string method)
    {
        using var response = await _receiver.Client.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), _receiver.Webhook)
        );

        await AssertProblemAsync(response, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_state_of_a_notification_is_for_callers_with_a_key()
    {
        await _receiver.PostSampleAsync(Samples.FuelInvoice);
        var address = new Uri(_receiver.Webhook + "/n1");

        await AssertProblemAsync(
            await _receiver.Anonymous.GetAsync(address),
            HttpStatusCode.Unauthorized,
            "missing-api-key",
            stored: 1
        );
        await AssertProblemAsync(
            await _receiver.Client.GetAsync(new Uri(_receiver.Webhook + "/n2")),
            HttpStatusCode.NotFound,
            "no-such-notification",
            stored: 1
        );
        await AssertProblemAsync(
            await _receiver.Client.GetAsync(new Uri(_receiver.Webhook + "/x")),
            HttpStatusCode.NotFound,
            "no-such-notification",
            stored: 1
        );
    }

    [Fact]
    public async Task The_state_of_a_notification_is_for_the_caller_who_sent_it()
    {
        using var directory = new TemporaryDirectory();
        await using var receiver = await RunningReceiver.StartAsync(
            directory,
            Setting.Of("Receiver:ApiKeys:1", "another-callers-key-0123")
        );
        await receiver.PostSampleAsync(Samples.FuelInvoice);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(receiver.Webhook + "/n1"));
        request.Headers.Add("X-Api-Key", "another-callers-key-0123");

        Assert.Equal(HttpStatusCode.NotFound, (await receiver.Anonymous.SendAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await receiver.Client.GetAsync(new Uri(receiver.Webhook + "/n1"))).StatusCode);
    }

    [Fact]
    public async Task When_the_database_fails_the_caller_is_told_to_send_again()
    {
        await _receiver.Database.WriteAsync(connection =>
            Dapper.SqlMapper.Execute(
                connection,
                "CREATE TRIGGER broken BEFORE INSERT ON notifications BEGIN SELECT RAISE(ROLLBACK, 'no'); END"
            )
        );

        using var response = await _receiver.PostAsync("<a/>"u8.ToArray());

        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "not-stored");
        Assert.Equal(TimeSpan.FromSeconds(10), response.Headers.RetryAfter!.Delta);
    }

    private static byte[] Body(int length) => Encoding.ASCII.GetBytes("<a>" + new string('x', length - 7) + "</a>");

    private async Task AssertProblemAsync(
        HttpResponseMessage response,
        HttpStatusCode status,
        string name,
        int stored = 0
    )
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal($"urn:notify-receiver:problem:{name}", problem.RootElement.GetProperty("type").GetString());
            Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
            Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
            Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
        }
        Assert.Equal(stored, _receiver.Notifications.List(null, 10).Count);
    }
}
