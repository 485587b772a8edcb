using System.Text;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

public sealed class FetchingTests
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData("a b.xml")]
    [InlineData("a+b.xml")]
    [InlineData("a%20b%.xml")]
    [InlineData("a(1)!*'.xml")]
    [InlineData("a&path=b#c?.xml")]
    [InlineData("\u00FC\u65E5\uD83D\uDE00.xml")]
    [InlineData("..")]
    public async Task A_path_arrives_as_it_is(string fileName)
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish(fileName, "<this/>");

        Assert.Equal("<this/>", Encoding.UTF8.GetString((await caller.GetAsync(path)).Body));
        Assert.Empty(caller.Host.Violations);
    }

    [Fact]
    public async Task A_file_comes_with_its_bytes_and_its_type()
    {
        await using var caller = await Caller.StartAsync();
        byte[] content = [0x50, 0x4B, 0x03, 0x04, 0x00, 0xFF];

        var file = await caller.GetAsync(caller.Publish("a.zip", content));

        Assert.Equal(content, file.Body);
        Assert.Equal("application/zip", file.ContentType);
        var seen = caller.Host.Requests[^1];
        Assert.Equal("gzip", seen.Header("Accept-Encoding"));
        Assert.Equal("application/gzip, */*", seen.Header("Accept"));
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        await using var caller = await Caller.StartAsync(new() { CompressAnswers = true });
        var path = caller.Publish("a.xml", "<this/>");

        Assert.Equal("<this/>", Encoding.UTF8.GetString((await caller.GetAsync(path)).Body));
    }

    [Theory]
    [InlineData("/gateway")]
    [InlineData("/gateway/")]
    public async Task The_hosts_may_have_a_path(string path)
    {
        await using var caller = await Caller.StartAsync(change: options =>
            options with
            {
                AuthUrl = new Uri(options.AuthUrl, path),
                DocumentsUrl = new Uri(options.DocumentsUrl, path),
            }
        );

        await caller.FetchAsync("a");

        Assert.Equal("/gateway/v1/auth/token", caller.Host.Requests[0].Path);
    }

    [Fact]
    public async Task A_document_may_be_as_large_as_the_limit()
    {
        await using var caller = await Caller.StartAsync();

        Assert.Equal(32 * Mebibyte, (await caller.GetAsync(caller.Publish("a", new byte[32 * Mebibyte]))).Body.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_larger_document_is_refused_even_when_it_travels_small(bool compressed)
    {
        await using var caller = await Caller.StartAsync(new() { CompressAnswers = compressed });

        var answer = await caller.FetchAsync(caller.Publish("a", new byte[(32 * Mebibyte) + 1]));

        Assert.Contains(
            "more than 32 MiB",
            Assert.IsType<Answer<FetchedFile>.Refused>(answer).Detail,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(1025)]
    public async Task A_path_that_cannot_be_is_refused_without_a_call(object path)
    {
        await using var caller = await Caller.StartAsync();

        var text = path as string ?? new string('a', (int)path);

        Assert.IsType<Answer<FetchedFile>.Refused>(await caller.FetchAsync(text));
        Assert.Empty(caller.Host.Requests);
    }

    [Fact]
    public async Task A_path_with_half_a_character_is_asked_for_and_is_missing()
    {
        await using var caller = await Caller.StartAsync();

        Assert.IsType<Answer<FetchedFile>.Missing>(await caller.FetchAsync("a\uD800.xml"));
    }

    [Fact]
    public async Task A_file_that_is_not_at_its_path_is_found_by_its_name()
    {
        await using var caller = await Caller.StartAsync();
        ListAs("""{"fileName":"a.xml","path":"doc/77"}""", """{"fileName":"b.xml","path":"doc/78"}""");
        caller.Host.Publish(Caller.Station, Caller.FuelInvoice, "doc/", "77", "<this/>"u8.ToArray());

        Assert.Equal("<this/>", Encoding.UTF8.GetString((await caller.GetAsync($"{Caller.Directory}a.xml")).Body));
        Assert.Contains(
            caller.Host.Requests,
            request => request.Path.Contains(Uri.EscapeDataString(Caller.Directory) + "&", StringComparison.Ordinal)
        );

        void ListAs(params string[] items) =>
            caller.Host.Misbehave(
                PetrosoftMisbehaviour.GarbageSuccess($$"""{"documents":[{{string.Join(',', items)}}]}""") with
                {
                    Endpoint = PetrosoftEndpoint.BusinessDocuments,
                }
            );
    }

    [Theory]
    [InlineData("""{"fileName":"b.xml","path":"doc/77"}""", 2)]
    [InlineData("""{"fileName":"a.xml","path":"doc/77"},{"fileName":"a.xml","path":"doc/78"}""", 2)]
    [InlineData("""{"fileName":"a.xml","path":"5127/12345/fuel-invoice/20260115/a.xml"}""", 2)]
    public async Task A_name_that_is_not_there_once_at_another_path_is_missing(string items, int lists)
    {
        await using var caller = await Caller.StartAsync();
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.GarbageSuccess($$"""{"documents":[{{items}}]}""") with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocuments,
            }
        );

        Assert.IsType<Answer<FetchedFile>.Missing>(await caller.FetchAsync($"{Caller.Directory}a.xml"));
        Assert.Equal(1, caller.Host.CountOf(PetrosoftEndpoint.BusinessDocument));
        Assert.Equal(lists, caller.Host.CountOf(PetrosoftEndpoint.BusinessDocuments));
    }

    [Theory]
    [InlineData("a.xml", 0)]
    [InlineData("a/", 0)]
    [InlineData("nowhere/a.xml", 1)]
    public async Task What_is_nowhere_is_missing(string path, int lists)
    {
        await using var caller = await Caller.StartAsync();

        var missing = Assert.IsType<Answer<FetchedFile>.Missing>(await caller.FetchAsync(path));

        Assert.Contains("HTTP 404 (path: no document is there)", missing.Detail, StringComparison.Ordinal);
        Assert.Equal(lists, caller.Host.CountOf(PetrosoftEndpoint.BusinessDocuments));
    }

    [Fact]
    public async Task While_the_directory_cannot_be_listed_nothing_is_called_missing()
    {
        await using var caller = await Caller.StartAsync();
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Status(503) with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocuments,
            }
        );

        Assert.IsType<Answer<FetchedFile>.Failed>(await caller.FetchAsync("nowhere/a.xml"));
    }
}
