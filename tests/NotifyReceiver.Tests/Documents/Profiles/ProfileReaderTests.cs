using NotifyReceiver.Documents.Profiles;

namespace NotifyReceiver.Tests.Documents.Profiles;

public sealed class ProfileReaderTests
{
    [Fact]
    public void Every_mistake_is_told_with_its_place()
    {
        var (profile, mistakes) = ProfileReader.Read(
            """
            { "name": "x", "when": { "root": "R", "rooot": 1 }, "location": "a[",
              "rows": [
                { "yields": "delivery", "select": "row", "fields": {} },
                { "yields": "deliveries", "select": "n:row", "fields": { "TotalVolum": "v", "Comments": { "constnt": "x" }, "InvoiceNumber": 5 } }
              ] }
            """
        );

        Assert.Null(profile);
        Assert.Collection(
            mistakes,
            it =>
                Assert.Equal(
                    "when: 'rooot' is not known; did you mean root? (known: root, has, documentType, path)",
                    it
                ),
            it => Assert.StartsWith("location: 'a[' is not an XPath 1.0 expression", it, StringComparison.Ordinal),
            it => Assert.Equal("rows[0].yields: 'delivery' is neither 'deliveries' nor 'inventories'", it),
            it =>
                Assert.StartsWith(
                    "rows[1].select: 'n:row' is not an XPath 1.0 expression",
                    it,
                    StringComparison.Ordinal
                ),
            it =>
                Assert.Equal(
                    "rows[1].fields.TotalVolum: ATIONET has no such field for this kind of row; did you mean TotalVolume?",
                    it
                ),
            it => Assert.StartsWith("rows[1].fields.Comments: 'constnt' is not known", it, StringComparison.Ordinal),
            it =>
                Assert.StartsWith(
                    "rows[1].fields.Comments: takes exactly one of value, constant, date, join, sum, and has none",
                    it,
                    StringComparison.Ordinal
                ),
            it => Assert.StartsWith("rows[1].fields.InvoiceNumber: is required", it, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Broken_json_tells_its_line() =>
        Assert.StartsWith(
            "line 2",
            Assert.Single(ProfileReader.Read("{\n nonsense }").Mistakes),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_built_in_profiles_are_sound_and_of_different_names()
    {
        var names = ProfileLibrary.BuiltIn().Select(profile => profile.Name).ToList();

        Assert.Equal(["fuel-invoice", "shift_fuel-grade-movement", "tank-product-movement", "tank-readings"], names);
    }
}
