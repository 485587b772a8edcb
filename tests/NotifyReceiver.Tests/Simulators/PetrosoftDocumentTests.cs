using System.Net;
using System.Text;
using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.Tests.Simulators;

public sealed class PetrosoftDocumentTests : IAsyncLifetime
{
    private const string Directory = "5127/12345/fuel-invoice/20260115/";

    private PetrosoftSimulator _petrosoft = null!;
    private PetrosoftCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _petrosoft = await PetrosoftSimulator.StartAsync();
        _caller = new(_petrosoft);
        await _caller.LogInAsync();
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _petrosoft.DisposeAsync();
    }

    [Fact]
    public async Task Directories_are_listed_by_station_and_type()
    {
        Publish("a.xml");
        Publish("b.xml");
        _petrosoft.Publish("12345", "fuel-invoice", "5127/12345/fuel-invoice/20260116/", "c.xml", default);
        _petrosoft.Publish("99999", "fuel-invoice", "5127/99999/fuel-invoice/20260115/", "d.xml", default);
        _petrosoft.Publish(null, "categories", "master-data/20260115/", "e.xml", default);

        var station = await _caller.GetJsonAsync(
            "/business-unit-level-resources?documentType=fuel-invoice&businessUnitId=12345"
        );
        var account = await _caller.GetJsonAsync("/account-level-resources?documentType=categories");
        var nothing = await _caller.GetJsonAsync("/account-level-resources?documentType=fuel-invoice");

        Assert.Equal(
            $$"""{"resources":["{{Directory}}","5127/12345/fuel-invoice/20260116/"],"count":2,"totalCount":2}""",
            station.GetRawText()
        );
        Assert.Equal("""{"resources":["master-data/20260115/"],"count":1,"totalCount":1}""", account.GetRawText());
        Assert.Equal("""{"resources":[],"count":0,"totalCount":0}""", nothing.GetRawText());
    }

    [Fact]
    public async Task Documents_are_listed_page_by_page()
    {
        foreach (var name in (string[])["1.xml", "2.xml", "3.xml"])
        {
            Publish(name);
        }

        Assert.Equal(["1.xml", "2.xml"], await NamesAsync(start: 0, limit: 2));
        Assert.Equal(["3.xml"], await NamesAsync(start: 2, limit: 2));
        Assert.Equal([], await NamesAsync(start: 3, limit: 2));
    }

    [Fact]
    public async Task A_page_can_be_smaller_than_asked_for()
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync(new() { LargestPage = 1 });
        using var caller = new PetrosoftCaller(petrosoft);
        await caller.LogInAsync();
        petrosoft.Publish("12345", "fuel-invoice", Directory, "1.xml", default);
        petrosoft.Publish("12345", "fuel-invoice", Directory, "2.xml", default);

        var page = await caller.GetJsonAsync($"/business-documents?resource={Directory}&start=0&limit=15");

        Assert.Equal(1, page.GetProperty("documents").GetArrayLength());
    }

    [Theory]
    [InlineData(StartMeaning.PageFromZero, 0, 1)]
    [InlineData(StartMeaning.PageFromZero, 1, 3)]
    [InlineData(StartMeaning.PageFromOne, 0, 1)]
    [InlineData(StartMeaning.PageFromOne, 1, 1)]
    [InlineData(StartMeaning.PageFromOne, 2, 3)]
    public async Task A_start_can_be_the_number_of_a_page(StartMeaning meaning, int start, int first)
    {
        await using var petrosoft = await StartAsync(new() { Start = meaning }, documents: 3);
        using var caller = new PetrosoftCaller(petrosoft);
        await caller.LogInAsync();

        var page = await caller.GetJsonAsync($"/business-documents?resource={Directory}&start={start}&limit=2");

        Assert.Equal($"{first}.xml", page.GetProperty("documents")[0].GetProperty("fileName").GetString());
    }

    [Fact]
    public async Task A_total_can_be_more_than_is_listed()
    {
        await using var petrosoft = await StartAsync(new() { TellsTotalCount = true, MostListed = 2 }, documents: 3);
        using var caller = new PetrosoftCaller(petrosoft);
        await caller.LogInAsync();

        var page = await caller.GetJsonAsync($"/business-documents?resource={Directory}&start=0&limit=5");

        Assert.Equal(2, page.GetProperty("documents").GetArrayLength());
        Assert.Equal(3, page.GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_start_beyond_the_end_can_be_refused()
    {
        await using var petrosoft = await StartAsync(new() { RefusesStartBeyondTheEnd = true }, documents: 3);
        using var caller = new PetrosoftCaller(petrosoft);
        await caller.LogInAsync();

        using var last = await caller.GetAsync($"/business-documents?resource={Directory}&start=2&limit=5");
        using var beyond = await caller.GetAsync($"/business-documents?resource={Directory}&start=3&limit=5");

        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, beyond.StatusCode);
    }

    [Theory]
    [InlineData("a.xml", "application/xml")]
    [InlineData("a.json", "application/json")]
    [InlineData("a.zip", "application/zip")]
    [InlineData("a.bin", "application/octet-stream")]
    public async Task A_document_comes_as_the_bytes_that_were_published(string fileName, string contentType)
    {
        byte[] content = [0x50, 0x4B, 0x03, 0x04, 0xFF, 0x00];
        var path = _petrosoft.Publish("12345", "fuel-invoice", Directory, fileName, content);

        using var response = await _caller.GetAsync($"/business-document?path={Uri.EscapeDataString(path)}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_document_published_again_replaces_the_first()
    {
        Publish("a.xml", "<first/>");
        var path = Publish("a.xml", "<second/>");

        using var response = await _caller.GetAsync($"/business-document?path={path}");

        Assert.Equal("<second/>", await response.Content.ReadAsStringAsync());
        Assert.Equal(["a.xml"], await NamesAsync(start: 0, limit: 10));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        using var document = await _caller.GetAsync("/business-document?path=5127/nothing.xml");
        using var directory = await _caller.GetAsync("/business-documents?resource=5127/nothing/&start=0&limit=5");

        Assert.Equal(HttpStatusCode.NotFound, document.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, directory.StatusCode);
        Assert.Empty(_petrosoft.Violations);
    }

    [Theory]
    [InlineData("/account-level-resources", "documentType")]
    [InlineData("/account-level-resources?documentType=", "documentType")]
    [InlineData("/account-level-resources?documentType=a&documentType=b", "documentType")]
    [InlineData("/account-level-resources?DocumentType=a", "DocumentType")]
    [InlineData("/business-unit-level-resources?documentType=a", "businessUnitId")]
    [InlineData("/business-unit-level-resources?documentType=a&businessUnitId=1&start=0", "start")]
    [InlineData("/business-documents?resource=a/&start=0", "limit")]
    [InlineData("/business-documents?resource=a/&start=-1&limit=5", "start")]
    [InlineData("/business-documents?resource=a/&start=0&limit=0", "limit")]
    [InlineData("/business-documents?resource=a/&start=0&limit=many", "limit")]
    [InlineData("/business-document", "path")]
    [InlineData("/business-document?path=a&x=1", "x")]
    public async Task A_wrong_parameter_is_refused_by_name(string target, string parameter)
    {
        using var response = await _caller.GetAsync(target);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var answer = await PetrosoftCaller.JsonAsync(response);
        Assert.Equal(parameter, answer.GetProperty("parameter").GetString());
        Assert.Contains(parameter, Assert.Single(_petrosoft.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_address_is_a_violation()
    {
        using var response = await _caller.GetAsync("//business-document?path=a");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Single(_petrosoft.Violations);
    }

    [Theory]
    [InlineData("5127/12345")]
    [InlineData("/5127/")]
    [InlineData("")]
    public void A_directory_that_cannot_be_is_told_at_once(string directory)
    {
        Assert.Throws<ArgumentException>(() =>
            _petrosoft.Publish("12345", "fuel-invoice", directory, "a.xml", default)
        );
    }

    private static async Task<PetrosoftSimulator> StartAsync(PetrosoftOptions options, int documents)
    {
        var petrosoft = await PetrosoftSimulator.StartAsync(options);
        for (var number = 1; number <= documents; number++)
        {
            petrosoft.Publish("12345", "fuel-invoice", Directory, $"{number}.xml", default);
        }

        return petrosoft;
    }

    private string Publish(string fileName, string content = "<a/>") =>
        _petrosoft.Publish("12345", "fuel-invoice", Directory, fileName, Encoding.UTF8.GetBytes(content));

    private async Task<IReadOnlyList<string?>> NamesAsync(int start, int limit)
    {
        var page = await _caller.GetJsonAsync($"/business-documents?resource={Directory}&start={start}&limit={limit}");
        return
        [
            .. page.GetProperty("documents")
                .EnumerateArray()
                .Select(document => document.GetProperty("fileName").GetString()),
        ];
    }
}
