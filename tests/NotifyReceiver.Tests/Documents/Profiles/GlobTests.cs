using NotifyReceiver.Documents.Profiles;

namespace NotifyReceiver.Tests.Documents.Profiles;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "5127/12345/a.xml")]
    [InlineData("5127/*/a.xml", "5127/12345/fuel/a.xml")]
    [InlineData("*FUEL*", "5127/fuel-invoice/a.xml")]
    [InlineData("a?c", "abc")]
    [InlineData("*a*b", "xaxbxab")]
    [InlineData("**", "a")]
    public void A_path_that_fits(string pattern, string path) => Assert.True(new Glob(pattern).Matches(path));

    [Theory]
    [InlineData("a?c", "ac")]
    [InlineData("a", "ab")]
    [InlineData("", "a")]
    [InlineData("*.xml", "a.xml.zip")]
    [InlineData("[ab]", "a")]
    public void A_path_that_does_not(string pattern, string path) => Assert.False(new Glob(pattern).Matches(path));

    [Fact]
    public void No_pattern_takes_long() =>
        // Tried in every way, this would never end.
        Assert.False(new Glob(string.Concat(Enumerable.Repeat("*a", 500)) + "b").Matches(new string('a', 1000)));
}
