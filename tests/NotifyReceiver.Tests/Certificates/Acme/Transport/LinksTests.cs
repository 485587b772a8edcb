using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Tests.Certificates.Acme.Transport;

public sealed class LinksTests
{
    private static readonly Uri From = new("https://ca.example/certificate/1");

    [Theory]
    [InlineData("""<https://ca.example/2>;rel="alternate" """, "https://ca.example/2")]
    [InlineData("<https://ca.example/2>; rel=alternate", "https://ca.example/2")]
    [InlineData("""<https://ca.example/2>; title="a, b; c"; REL="Alternate" """, "https://ca.example/2")]
    [InlineData("""<https://ca.example/2>; rel="up alternate" """, "https://ca.example/2")]
    [InlineData("</2>;rel=alternate", "https://ca.example/2")]
    [InlineData(
        """<https://ca.example/d>;rel="index", <https://ca.example/2>;rel="alternate", </3>;rel=alternate""",
        "https://ca.example/2 https://ca.example/3"
    )]
    [InlineData("""<https://ca.example/d>;rel="index" """, "")]
    [InlineData("""<https://ca.example/2>;title="rel=alternate" """, "")]
    [InlineData("<https://ca.example/2>", "")]
    [InlineData("<;rel=alternate", "")]
    [InlineData("alternate", "")]
    public void Relations_are_found_quoted_or_not(string header, string found) =>
        Assert.Equal(found, string.Join(' ', Links.Of("alternate", [header], From)));

    [Fact]
    public void Every_header_counts() =>
        Assert.Equal(2, Links.Of("alternate", ["</2>;rel=alternate", "</3>;rel=\"alternate\""], From).Count);
}
