using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Receiving;

public sealed class BodyLimitTests(ITestOutputHelper log)
{
    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("4194304", "--http1.1")]
    [InlineData("4194304", "--http2")]
    // Above what the web server itself would take if nobody told it.
    [InlineData("40000000", "--http1.1")]
    [InlineData("40000000", "--http2")]
    public async Task A_body_of_exactly_the_limit_is_taken_and_one_byte_more_is_not(string limit, string protocol)
    {
        await using var installation = new Installation(log);
        installation.Settings["Receiver:MaxBodyBytes"] = limit;
        await installation.StartAsync();
        var size = int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture);
        installation.Directory.Write("fits", new byte[size]);
        installation.Directory.Write("too-large", new byte[size + 1]);

        var refused = await installation.Curl.PostAsync("too-large", "application/octet-stream", protocol);
        var taken = await installation.Curl.PostAsync("fits", "application/octet-stream", protocol);

        Assert.Equal(413, refused.Status);
        Assert.Equal(202, taken.Status);
        var stored = Assert.Single(await installation.Listing.GetAsync(Listing.Notifications));
        Assert.Equal(size, stored.Number("bytes"));
    }
}
