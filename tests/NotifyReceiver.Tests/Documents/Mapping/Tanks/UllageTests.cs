using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping.Tanks;

/// <summary>The room in a tank of 10000 usgal = 37854.118 l, where the document does not give it.</summary>
public sealed class UllageTests
{
    [Theory]
    // 6098 usgal are 23083.441 l; 37854.118 − 23083.441 = 14770.677.
    [InlineData("<v>6098</v>", "14770.677")]
    // 12 usgal are 45.424941…, rounded 45.425; 14770.677 − 45.425 = 14725.252.
    [InlineData("<v>6098</v><w>12</w>", "14725.252")]
    [InlineData("<v>10000</v>", "0.0")]
    [InlineData("<v>0</v>", "37854.118")]
    public void It_is_the_capacity_less_volume_and_water_as_they_are_sent(string inner, string expected)
    {
        var mapped = Trial.Rows(Inventory, $"<r>{inner}</r>");

        Assert.Equal(expected, mapped.All[0]["Ullage"]);
        Assert.Empty(mapped.Notes);
    }

    [Fact]
    public void The_documents_own_is_taken_as_it_is() =>
        // 1 usgal is 3.785411784 l.
        Assert.Equal("3.785", Trial.Rows(Inventory, "<r><v>6098</v><u>1</u></r>").All[0]["Ullage"]);

    [Theory]
    // 10001 usgal are 37857.903 l.
    [InlineData("<v>10001</v>", "tank 1: volume 37857.903 is above its capacity 37854.118, so no ullage was computed")]
    [InlineData(
        "<v>10000</v><w>1</w>",
        "tank 1: volume 37854.118 with water 3.785 is above its capacity 37854.118, so no ullage was computed"
    )]
    public void More_than_the_tank_holds_is_noted_and_has_no_ullage(string inner, string note)
    {
        var mapped = Trial.Rows(Inventory, $"<r>{inner}</r>");

        Assert.Null(mapped.All[0]["Ullage"]);
        Assert.Equal([note], mapped.Notes);
    }

    [Fact]
    public void Without_a_volume_or_a_capacity_there_is_none()
    {
        var unmeasured = TestSites.Read(TestSites.Json.Replace(", \"capacity\": 10000", "", StringComparison.Ordinal));

        Assert.Null(Trial.Rows(Inventory, "<r><w>1</w></r>").All[0]["Ullage"]);
        Assert.Null(Trial.Rows(Inventory, "<r><v>1</v></r>", unmeasured).All[0]["Ullage"]);
    }

    [Fact]
    public void Its_explanation_is_its_arithmetic()
    {
        var ullage = Trial
            .Explain(Inventory, "<r><v>6098</v></r>")
            .Rows[0]
            .Fields.Single(field => field.Field == "Ullage");

        Assert.Equal(
            new MappedField("Ullage", How: "capacity 37854.118 − volume 23083.441 − water 0.0", Value: "14770.677"),
            ullage
        );
    }

    private const string Inventory = """
        { "name": "trial", "when": { "root": "r" }, "location": { "constant": "12345" },
          "rows": [ { "yields": "inventories", "select": "/r",
            "fields": { "TankNumber": { "constant": "1" }, "ProductCode": { "constant": "UNL87" }, "DateTime": { "constant": "2026-01-15" },
                        "Volume": "v", "WaterVolume": "w", "Ullage": "u" } } ] }
        """;
}
