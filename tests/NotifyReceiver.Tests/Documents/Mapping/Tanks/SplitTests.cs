using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping.Tanks;

/// <summary>One line of a document divided between several tanks.</summary>
public sealed class SplitTests
{
    private const string Line = """
        <r><p>UNL87</p><v>100</v><net>99.5</net><t>58.1</t>
           <c><tank>1</tank><part>30</part></c><c><tank>3</tank><part>70</part></c></r>
        """;

    [Fact]
    public void By_capacity_each_tank_gets_its_proportion_and_the_parts_add_up()
    {
        var rows = Trial.Rows(Delivery("""{ "over": "product", "by": "capacity" }"""), Line, TwoTanks()).All;

        // 378.541 l by 10000 : 5000. Two thirds of it are 252.36067, rounded 252.361; the rest is 126.180.
        Assert.Equal(["01", "03"], rows.Select(row => row["TankNumber"]));
        Assert.Equal(["252.361", "126.18"], rows.Select(row => row["TotalVolume"]));
        // 99.5 usgal are 376.648472508, rounded 376.648; two thirds are 251.09867, rounded 251.099; the rest is 125.549.
        Assert.Equal(["251.099", "125.549"], rows.Select(row => row["TotalVolumeTC"]));
        // What is no volume is repeated: 58.1 °F are 14.5 °C.
        Assert.All(rows, row => Assert.Equal("14.5", row["EndingTemperature"]));
        Assert.All(rows, row => Assert.Equal("001", row["ProductCode"]));
    }

    [Fact]
    public void Equally_each_tank_gets_the_same_but_for_the_last_decimal()
    {
        var rows = Trial.Rows(Delivery("""{ "over": "product", "by": "equal" }"""), Line, TwoTanks()).All;

        // Half of 378.541 is 189.2705, to the even thousandth 189.270; the rest is 189.271.
        Assert.Equal(["189.27", "189.271"], rows.Select(row => row["TotalVolume"]));
    }

    [Fact]
    public void By_its_own_parts_each_tank_gets_its_share()
    {
        var rows = Trial.Rows(Delivery(ByParts), Line, TwoTanks()).All;

        // 30 % of 378.541 are 113.5623, rounded 113.562; the rest is 264.979.
        Assert.Equal(["01", "03"], rows.Select(row => row["TankNumber"]));
        Assert.Equal(["113.562", "264.979"], rows.Select(row => row["TotalVolume"]));
    }

    [Fact]
    public void A_part_of_nothing_has_no_row()
    {
        var rows = Trial.Rows(Delivery(ByParts), With("<part>30<", "<part>0<"), TwoTanks()).All;

        Assert.Equal(("03", "378.541"), (Assert.Single(rows)["TankNumber"], rows[0]["TotalVolume"]));
    }

    [Fact]
    public void The_only_tank_of_the_product_gets_it_all() =>
        Assert.Equal(
            "378.541",
            Assert.Single(Trial.Rows(Delivery("""{ "over": "product", "by": "capacity" }"""), Line).All)["TotalVolume"]
        );

    [Theory]
    [InlineData("<part>30</part>", "", "the share of tank '1' is '', and not a number from 0 upwards")]
    [InlineData("<part>30<", "<part>-30<", "the share of tank '1' is '-30'")]
    [InlineData("<part>30</part></c><c><tank>3</tank><part>70<", "<part>0<", "the shares add up to 0")]
    [InlineData("<tank>3<", "<tank>9<", "tank '9' is not among the tanks of site 12345")]
    [InlineData("<tank>3</tank>", "", "part 2 names no tank")]
    [InlineData("<tank>3<", "<tank>2<", "the document says 'UNL87', but tank '2' of site 12345 holds 'DSL'")]
    [InlineData("c>", "d>", "there are no parts")]
    public void Parts_that_leave_the_shares_open_are_a_problem(string old, string replacement, string told) =>
        Assert.Contains(
            Trial.Problems(Delivery(ByParts), With(old, replacement), TwoTanks()),
            problem => problem.Contains($": {told}", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("\"capacity\": 5000", "\"name\": 0", "tank '3' of site 12345 has no capacity to divide by")]
    [InlineData("\"product\": \"UNL87\"", "\"product\": \"DSL\"", "no tank of site 12345 holds 'UNL87'")]
    public void Tanks_that_leave_the_shares_open_are_a_problem(string old, string replacement, string told)
    {
        var sites = Station
            .Replace(old, replacement, StringComparison.Ordinal)
            .Replace(", \"name\": 0", "", StringComparison.Ordinal);

        Assert.Contains(
            Trial.Problems(Delivery("""{ "over": "product", "by": "capacity" }"""), Line, TestSites.Read(sites)),
            problem => problem.Contains(told, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_most_rows_are_counted_after_the_division()
    {
        var profile = Delivery("""{ "over": "product", "by": "equal" }""")
            .Replace("\"select\": \"/r\"", "\"select\": \"/r/l\"", StringComparison.Ordinal);
        static string Lines(int lines) =>
            $"<r>{string.Concat(Enumerable.Repeat("<l><p>UNL87</p><v>1</v></l>", lines))}</r>";

        Assert.Equal(1000, Trial.Rows(profile, Lines(500), TwoTanks()).All.Count);
        Assert.Contains(
            "more than 1000 rows, divided between tanks",
            Assert.Single(Trial.Problems(profile, Lines(501), TwoTanks())),
            StringComparison.Ordinal
        );
    }

    private const string ByParts = """{ "over": "c", "tank": "tank", "share": "part" }""";

    private static readonly string Station = TestSites.Json.Replace(
        "\"tanks\": [",
        "\"tanks\": [ { \"id\": \"3\", \"number\": \"03\", \"product\": \"UNL87\", \"capacity\": 5000 },",
        StringComparison.Ordinal
    );

    private static NotifyReceiver.Sites.SiteDirectory TwoTanks()
    {
        // Tank 1 first.
        var site = TestSites.Read(Station).Sites[0];
        return new([site with { Tanks = [.. site.Tanks.OrderBy(tank => tank.Id, StringComparer.Ordinal)] }]);
    }

    private static string With(string old, string replacement)
    {
        var changed = Line.Replace(old, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Line, changed);
        return changed;
    }

    private static string Delivery(string split) =>
        $$"""
            { "name": "trial", "when": { "root": "r" }, "location": { "constant": "12345" },
              "rows": [ { "yields": "deliveries", "select": "/r", "split": {{split}},
                "fields": { "ProductCode": "p", "CreatedDateTime": { "constant": "2026-01-15" }, "TotalVolume": "v",
                            "TotalVolumeTC": "net", "EndingTemperature": "t" } } ] }
            """;
}
