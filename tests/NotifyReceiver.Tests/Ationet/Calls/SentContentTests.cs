using System.Text;
using NotifyReceiver.Ationet.Calls;

namespace NotifyReceiver.Tests.Ationet.Calls;

public sealed class SentContentTests
{
    [Fact]
    public async Task A_body_is_handed_over_once_and_knows_it()
    {
        using var content = new SentContent("{}");
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        Assert.False(content.Left);

        await content.CopyToAsync(first);
        await Assert.ThrowsAsync<HttpRequestException>(() => content.CopyToAsync(second));

        Assert.True(content.Left);
        Assert.Equal("{}", Encoding.ASCII.GetString(first.ToArray()));
        Assert.Empty(second.ToArray());
    }

    [Fact]
    public async Task A_body_that_fails_on_its_way_has_left()
    {
        using var content = new SentContent("{}");
        using var broken = new MemoryStream([], writable: false);

        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(broken));

        Assert.True(content.Left);
    }
}
