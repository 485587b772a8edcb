using System.IO.Compression;
using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Ationet.Calls;

/// <summary>Answers that end too early, too late or never. None of them is taken for what it would have been.</summary>
public sealed class BrokenAnswerTests : IDisposable
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private readonly HttpClient _client = AtionetHttp.CreateClient();

    public void Dispose() => _client.Dispose();

    public static TheoryData<string, string> CutOff =>
        new()
        {
            { Head + "Content-Length: 40\r\n\r\n[]", "the answer was cut off" },
            { Head + "Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n", "the answer was cut off" },
            // Without a length the end of the connection is the end of the answer: only its JSON tells.
            { Head + "\r\n[{}", "the answer is broken JSON: " },
        };

    [Theory]
    [MemberData(nameof(CutOff))]
    public async Task A_list_that_breaks_off_is_none(string answer, string told) =>
        Assert.Contains(told, (await LookUpAsync(RawHost.Text(answer))).Detail, StringComparison.Ordinal);

    [Fact]
    public async Task A_compressed_list_that_breaks_off_is_none()
    {
        var list = Compressed(stream => stream.Write("""[{"TankNumber":"01"},{"TankNumber":"02"}]"""u8));
        byte[] answer = [.. RawHost.Text(Head + "Content-Encoding: gzip\r\n\r\n"), .. list[..(list.Length / 2)]];

        Assert.Contains("the answer ", (await LookUpAsync(answer)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_too_large_is_none_and_says_so()
    {
        var spaces = new byte[1024 * 1024];
        Array.Fill(spaces, (byte)' ');
        var list = Compressed(stream =>
        {
            for (var written = 0; written < DownloadClient.LargestList; written += spaces.Length)
            {
                stream.Write(spaces);
            }
            stream.Write("[]"u8);
        });
        byte[] answer =
        [
            .. RawHost.Text(Head + $"Content-Encoding: gzip\r\nContent-Length: {list.Length}\r\n\r\n"),
            .. list,
        ];

        Assert.Equal("HTTP 200; no list: the answer has more than 64 MiB", (await LookUpAsync(answer)).Detail);
    }

    [Theory]
    [InlineData("201 Created")]
    [InlineData("203 Non-Authoritative Information")]
    [InlineData("206 Partial Content")]
    public async Task Only_200_brings_a_list(string status) =>
        Assert.Equal($"HTTP {status[..3]}", (await LookUpAsync(RawHost.Json(status, "[]"))).Detail);

    [Fact]
    public async Task A_list_that_does_not_end_in_time_is_none()
    {
        await using var host = new RawHost(RawHost.Text(Head + "\r\n[]")) { Lingers = true };
        var clock = new ManualClock();
        using var announcing = new Announcing();
        using var client = AtionetHttp.CreateClient(announcing);

        var asking = new DownloadClient(
            client,
            TestDestination.At(host.BaseUrl),
            TestDestination.Timeout,
            clock
        ).DownloadAsync(RowKind.Delivery, "{}");
        await announcing.Answered;
        clock.Advance(TestDestination.Timeout);

        Assert.Equal(
            new Download.Failed("HTTP 200; no list: the answer did not end within 20 s", Unreachable: false, null),
            await asking
        );
    }

    [Fact]
    public async Task A_reply_that_breaks_off_leaves_the_outcome_unknown()
    {
        await using var host = new RawHost(RawHost.Text(Head + "Content-Length: 99\r\n\r\n{\"ResponseCode\":\"000"));

        var attempt = await HostAt(host).SendAsync("{}");

        Assert.Equal(new Outcome.Unknown("HTTP 200 without a ResponseCode; the reply was cut off"), attempt.Outcome);
        Assert.Equal(200, attempt.Status);
        Assert.Equal("{\"ResponseCode\":\"000", attempt.Reply);
    }

    [Fact]
    public async Task A_status_that_HTTP_does_not_have_leaves_the_outcome_unknown()
    {
        await using var host = new RawHost(RawHost.Json("999 Odd", """{"ResponseCode":"00000"}"""));

        Assert.IsType<Outcome.Unknown>((await HostAt(host).SendAsync("{}")).Outcome);
    }

    [Fact]
    public async Task A_host_that_speaks_no_HTTP_leaves_the_outcome_unknown()
    {
        await using var host = new RawHost(RawHost.Text("220 mail.example.com ESMTP\r\n"));

        var attempt = await HostAt(host).SendAsync("{}");

        Assert.StartsWith(
            "sent, but ",
            Assert.IsType<Outcome.Unknown>(attempt.Outcome).Detail,
            StringComparison.Ordinal
        );
        Assert.Single(host.Requests);
    }

    private async Task<Download.Failed> LookUpAsync(byte[] answer)
    {
        await using var host = new RawHost(answer);
        var client = new DownloadClient(
            _client,
            TestDestination.At(host.BaseUrl),
            TestDestination.Timeout,
            TimeProvider.System
        );
        var failed = Assert.IsType<Download.Failed>(await client.DownloadAsync(RowKind.Delivery, "{}"));
        Assert.False(failed.Unreachable);
        return failed;
    }

    private AtionetHost HostAt(RawHost host) =>
        new(_client, TestDestination.At(host.BaseUrl), TestDestination.Timeout, TimeProvider.System);

    private static byte[] Compressed(Action<Stream> write)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            write(gzip);
        }
        return compressed.ToArray();
    }

    /// <summary>Tells that an answer has begun.</summary>
    private sealed class Announcing() : DelegatingHandler(AtionetHttp.CreateHandler())
    {
        private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Answered => _answered.Task;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var response = await base.SendAsync(request, cancellationToken);
            _answered.TrySetResult();
            return response;
        }
    }
}
