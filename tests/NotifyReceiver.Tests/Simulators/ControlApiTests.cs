using System.Net;
using System.Text.Json;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.Tests.Simulators;

public sealed class ControlApiTests : IAsyncLifetime
{
    private readonly HttpClient _tester = new() { Timeout = AtionetCaller.Patience };
    private AtionetSimulator _ationet = null!;
    private PetrosoftSimulator _petrosoft = null!;
    private AtionetCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync();
        _petrosoft = await PetrosoftSimulator.StartAsync();
        _caller = new(_ationet);
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        _tester.Dispose();
        await _ationet.DisposeAsync();
        await _petrosoft.DisposeAsync();
    }

    [Fact]
    public async Task The_state_tells_what_came_and_what_is_to_come()
    {
        using var inserted = await _caller.InsertAsync(Capture.Read("ationet-sdk-deliveries-two.http").Body);
        using var refused = await _caller.InsertAsync("{}");
        await MisbehaveAsync("""{"kind":"slowAfterStoring","delaySeconds":1.5,"times":2,"terminal":"T9"}""");

        using var state = JsonDocument.Parse(await _tester.GetStringAsync(Address("state")));

        var counts = state.RootElement.GetProperty("counts");
        Assert.Equal(2, counts.GetProperty("requests").GetInt32());
        Assert.Equal(2, counts.GetProperty("deliveries").GetInt32());
        Assert.Equal(1, counts.GetProperty("duplicates").GetInt32());
        Assert.Equal(0, counts.GetProperty("late").GetInt32());
        Assert.Equal(
            counts.GetProperty("violations").GetInt32(),
            state.RootElement.GetProperty("violations").GetArrayLength()
        );
        var row = state.RootElement.GetProperty("deliveries")[0];
        Assert.Equal("T1", row.GetProperty("terminal").GetString());
        Assert.Equal("INV1", row.GetProperty("row").GetProperty("InvoiceNumber").GetString());
        Assert.Equal(
            """{"kind":"slowAfterStoring","delaySeconds":1.5,"times":2,"terminal":"T9"}""",
            JsonSerializer.Serialize(Assert.Single(state.RootElement.GetProperty("misbehaviour").EnumerateArray()))
        );
    }

    [Theory]
    [InlineData("""{"kind":"status","status":503,"retryAfterSeconds":3,"times":1}""", 503)]
    [InlineData("""{"kind":"status","status":404,"body":"gone","tank":"1"}""", 404)]
    [InlineData("""{"kind":"redirect","status":307,"action":"701"}""", 307)]
    [InlineData("""{"kind":"redirect"}""", 302)]
    [InlineData("""{"kind":"garbageSuccess","body":"{","stored":false}""", 200)]
    [InlineData("""{"kind":"emptySuccess"}""", 200)]
    [InlineData("""{"kind":"responseCode","code":"40005","message":"No","stored":true}""", 200)]
    [InlineData("""{"kind":"slow","delaySeconds":0.001}""", 200)]
    public async Task A_tester_can_make_it_misbehave(string body, int status)
    {
        await MisbehaveAsync(body);

        using var response = await _caller.InsertAsync(AtionetCaller.Delivery);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("resetBeforeStoring")]
    [InlineData("resetAfterStoring")]
    [InlineData("truncatedSuccess")]
    public async Task A_tester_can_have_connections_broken_off(string kind)
    {
        await MisbehaveAsync($$"""{"kind":"{{kind}}"}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.InsertAsync(AtionetCaller.Delivery));
    }

    [Fact]
    public async Task A_tester_can_have_rows_stored_late()
    {
        await MisbehaveAsync("""{"kind":"storedLate","delaySeconds":3600,"times":1}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.InsertAsync(AtionetCaller.Delivery));

        using var state = JsonDocument.Parse(await _tester.GetStringAsync(Address("state")));
        var counts = state.RootElement.GetProperty("counts");
        Assert.Equal(1, counts.GetProperty("late").GetInt32());
        Assert.Equal(0, counts.GetProperty("deliveries").GetInt32());
    }

    [Theory]
    [InlineData("""{"kind":"partlyStored"}""", 400, "40000")]
    [InlineData("""{"kind":"partlyStored","status":503,"times":1}""", 503, "40000")]
    [InlineData("""{"kind":"partlyStored","code":"10000","message":"Some"}""", 200, "10000")]
    [InlineData("""{"kind":"partlyStored","status":409,"code":"50001"}""", 409, "50001")]
    public async Task A_tester_can_have_part_of_the_rows_stored(string body, int status, string code)
    {
        await MisbehaveAsync(body);

        using var response = await _caller.InsertAsync(Capture.Read("ationet-sdk-deliveries-two.http").Body);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, await AtionetCaller.ResponseCodeAsync(response));
        Assert.Single(_ationet.Deliveries);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "object")]
    [InlineData("{}", "kind")]
    [InlineData("""{"kind":7}""", "kind")]
    [InlineData("""{"kind":"slwo"}""", "'slwo' is unknown. One of slow,")]
    [InlineData("""{"kind":"slow"}""", "delay")]
    [InlineData("""{"kind":"slow","delaySeconds":"5"}""", "delaySeconds: the value has the wrong type")]
    [InlineData("""{"kind":"slow","delaySeconds":1e99}""", "at most a day")]
    [InlineData("""{"kind":"slow","delaySeconds":5,"status":503}""", "Not used here: status")]
    [InlineData("""{"kind":"status","status":200}""", "400 to 599")]
    [InlineData("""{"kind":"status","status":503,"times":0}""", "times")]
    [InlineData("""{"kind":"status","status":503,"status":500}""", "Duplicate")]
    [InlineData("""{"kind":"responseCode"}""", "code")]
    [InlineData("""{"kind":"storedLate"}""", "delay")]
    [InlineData("""{"kind":"partlyStored","status":302}""", "200 or from 400 to 599")]
    [InlineData("""{"kind":"partlyStored","code":""}""", "code")]
    [InlineData("""{"kind":"partlyStored","stored":true}""", "Not used here: stored")]
    [InlineData("""{"kind":"redirect","status":200}""", "302 or 307")]
    [InlineData("""{"kind":"resetBeforeStoring","action":"700"}""", "action")]
    public async Task Bad_input_is_answered_with_what_is_wrong_with_it(string body, string reason)
    {
        using var content = new StringContent(body);
        using var response = await _tester.PostAsync(Address("misbehave"), content);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, reason);
        Assert.Equal(HttpStatusCode.OK, (await _caller.InsertAsync(AtionetCaller.Delivery)).StatusCode);
    }

    [Fact]
    public async Task A_tester_can_make_it_behave_and_forget()
    {
        await MisbehaveAsync("""{"kind":"status","status":503}""");
        using var failed = await _caller.InsertAsync(AtionetCaller.Delivery);
        using var behaves = await _tester.DeleteAsync(Address("misbehave"));
        using var inserted = await _caller.InsertAsync(AtionetCaller.Delivery);
        Assert.Single(_ationet.Deliveries);

        using var forgets = await _tester.DeleteAsync(Address("state"));

        Assert.Equal(HttpStatusCode.NoContent, behaves.StatusCode);
        Assert.Equal(HttpStatusCode.OK, inserted.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, forgets.StatusCode);
        Assert.Empty(_ationet.Deliveries);
        Assert.Empty(_ationet.Requests);
    }

    [Fact]
    public async Task Other_addresses_and_methods_are_told_what_there_is()
    {
        using var nowhere = await _tester.GetAsync(Address("nowhere"));
        using var content = new StringContent("");
        using var wrongMethod = await _tester.PutAsync(Address("state"), content);

        await AssertProblemAsync(nowhere, HttpStatusCode.NotFound, "GET /_simulator/state");
        await AssertProblemAsync(wrongMethod, HttpStatusCode.MethodNotAllowed, "GET, DELETE");
        Assert.Empty(_ationet.Requests);
    }

    [Theory]
    [InlineData(
        "misbehave",
        """{"kind":"status","status":503,"endpoint":"tokens"}""",
        "'tokens' is unknown. One of token,"
    )]
    [InlineData("misbehave", """{"kind":"emptySuccess"}""", "One of slow, status, reset")]
    [InlineData("misbehave", """{"kind":"reset","tank":"1"}""", "Not used here: tank")]
    [InlineData("misbehave", """{"kind":"redirect","status":200}""", "302 or 307")]
    [InlineData(
        "misbehave",
        """{"kind":"status","status":503,"retryAfterSeconds":1,"retryAt":"2026-01-16T12:00:00Z"}""",
        "either seconds or a date"
    )]
    [InlineData("documents", """{"documentType":"t","directory":"d/","fileName":"f"}""", "text or base64")]
    [InlineData("documents", """{"documentType":"t","directory":"d","fileName":"f","text":""}""", "directory")]
    [InlineData("documents", """{"documentType":"t","directory":"d/","fileName":"f","base64":"!"}""", "base64")]
    [InlineData("documents", """{"directory":"d/","fileName":"f","text":""}""", "documentType")]
    public async Task Bad_input_to_petrosoft_is_answered_with_what_is_wrong_with_it(
        string action,
        string body,
        string reason
    )
    {
        using var content = new StringContent(body);
        using var response = await _tester.PostAsync(new Uri($"{_petrosoft.BaseUrl}/_simulator/{action}"), content);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, reason);
    }

    [Fact]
    public async Task A_tester_can_publish_a_document_and_see_it_in_the_state()
    {
        using var content = new StringContent(
            """{"businessUnitId":"12345","documentType":"fuel-invoice","directory":"5127/","fileName":"a.xml","text":"<a/>"}"""
        );
        using var published = await _tester.PostAsync(new Uri($"{_petrosoft.BaseUrl}/_simulator/documents"), content);
        using var state = JsonDocument.Parse(
            await _tester.GetStringAsync(new Uri($"{_petrosoft.BaseUrl}/_simulator/state"))
        );

        Assert.Equal(HttpStatusCode.NoContent, published.StatusCode);
        var document = Assert.Single(state.RootElement.GetProperty("documents").EnumerateArray());
        Assert.Equal("5127/a.xml", document.GetProperty("path").GetString());
        Assert.Equal(0, state.RootElement.GetProperty("counts").GetProperty("token").GetInt32());
    }

    [Fact]
    public async Task A_tester_can_expire_all_tokens()
    {
        using var caller = new PetrosoftCaller(_petrosoft);
        await caller.LogInAsync();

        using var expired = await _tester.DeleteAsync(new Uri($"{_petrosoft.BaseUrl}/_simulator/tokens"));
        using var response = await caller.GetAsync("/account-level-resources?documentType=categories");

        Assert.Equal(HttpStatusCode.NoContent, expired.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private Uri Address(string action) => new($"{_ationet.BaseUrl}/_simulator/{action}");

    private async Task MisbehaveAsync(string body)
    {
        using var content = new StringContent(body);
        using var response = await _tester.PostAsync(Address("misbehave"), content);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string reason)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Contains(reason, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
