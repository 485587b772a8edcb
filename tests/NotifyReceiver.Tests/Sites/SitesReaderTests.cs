using NotifyReceiver.Sites;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Sites;

public sealed class SitesReaderTests
{
    [Fact]
    public void The_station_of_the_contract_is_read_whole()
    {
        var site = TestSites.MainStreet;

        Assert.Equal("ABC0123456789", site.TerminalCode);
        Assert.Equal("America/New_York", site.TimeZone.Id);
        Assert.Equal("01", site.TankById("1")!.Number);
        Assert.Equal("019", site.ProductNamed("DSL")!.Code);
        Assert.Equal(10000m, site.TankById("1")!.Capacity);
    }

    [Fact]
    public void A_product_finds_its_tank_by_any_of_its_ids() =>
        Assert.Equal("1", Assert.Single(TestSites.MainStreet.TanksOf("001")).Id);

    [Fact]
    public void Every_mistake_is_told_with_its_place()
    {
        var (directory, mistakes) = SitesReader.Read(
            """
            { "sites": [
              { "location": "1", "terminalCode": "AB", "timeZone": "Eastern", "units": { "volume": { "from": "barrel", "to": "l" } },
                "tanks": [ { "id": "1", "number": "01", "product": "X", "capacity": 0 }, { "id": "1", "number": "02" } ],
                "products": [ { "id": "A" } ] },
              { "location": "1", "terminalCode": "ABC1", "timeZone": "America/New_York" }
            ] }
            """
        );

        Assert.Null(directory);
        Assert.Collection(
            mistakes,
            it => Assert.Equal("sites[0] (location 1).terminalCode: 'AB' has 2 characters; ATIONET's have 3 to 50", it),
            it => Assert.Equal("sites[0] (location 1).products[0].code: is required", it),
            it =>
                Assert.StartsWith(
                    "sites[0] (location 1).timeZone: 'Eastern' is not an IANA time zone",
                    it,
                    StringComparison.Ordinal
                ),
            it =>
                Assert.Equal("sites[0] (location 1).units.volume.from: 'barrel' is not one of l, usgal, ukgal, m3", it),
            it => Assert.Equal("sites[0] (location 1).tanks[0].product: 'X' is not among the site's products", it),
            it => Assert.Equal("sites[0] (location 1).tanks[0].capacity: 0 is not above zero", it),
            it => Assert.Equal("sites[0] (location 1).tanks: id '1' stands there 2 times", it),
            it => Assert.Equal("sites: location '1' stands there 2 times", it)
        );
    }

    [Fact]
    public void A_product_is_found_by_its_description_however_it_is_typed()
    {
        var site = WithProducts(
            """{ "id": "U", "code": "001" }, { "description": " Ultra Low  Sulfur Diesel", "code": "019" }"""
        );

        Assert.Equal("019", site.ProductNamed("ULTRA low\tsulfur  diesel ")!.Code);
        Assert.Equal("001", site.ProductNamed("U")!.Code);
        Assert.Null(site.ProductNamed("u"));
        Assert.Null(site.ProductNamed("Ultra Low Sulfur"));
        Assert.Equal("2", Assert.Single(site.TanksOf("ultra low sulfur diesel")).Id);
    }

    [Fact]
    public void Names_of_the_same_code_may_be_alike() =>
        Assert.Equal(
            "019",
            WithProducts(
                    """{ "id": "U", "description": "Regular", "code": "019" }, { "id": "Ultra low sulfur diesel", "description": "regular", "code": "019" }"""
                )
                .ProductNamed("REGULAR")!
                .Code
        );

    [Theory]
    [InlineData(
        """{ "id": "A", "description": "Diesel", "code": "1" }, { "description": "DIESEL", "code": "2" }""",
        "products[1]: 'DIESEL' names both code 1 and code 2"
    )]
    [InlineData(
        """{ "id": "DSL", "code": "1" }, { "id": "B", "description": "dsl", "code": "2" }""",
        "products[1]: 'dsl' names both code 1 and code 2"
    )]
    [InlineData(
        """{ "id": "B", "description": "dsl", "code": "2" }, { "id": "DSL", "code": "1" }""",
        "products[1]: 'DSL' names both code 2 and code 1"
    )]
    [InlineData("""{ "code": "1" }""", "products[0]: an 'id' or a 'description' is required")]
    public void Products_that_leave_the_code_open_are_refused(string products, string told) =>
        Assert.Contains(
            told,
            SitesReader
                .Read(
                    $$"""{ "sites": [ { "location": "1", "terminalCode": "ABC1", "timeZone": "Etc/UTC", "products": [ {{products}} ] } ] }"""
                )
                .Mistakes[0],
            StringComparison.Ordinal
        );

    [Fact]
    public void A_capacity_that_no_tank_has_is_refused() =>
        Assert.Contains(
            "tanks[0].capacity: 1000000000001 is more than any tank holds",
            SitesReader.Read(TestSites.Json.Replace("10000", "1000000000001", StringComparison.Ordinal)).Mistakes[0],
            StringComparison.Ordinal
        );

    private static Site WithProducts(string products) =>
        TestSites
            .Read(
                $$"""
                { "sites": [ { "location": "1", "terminalCode": "ABC1", "timeZone": "Etc/UTC", "products": [ {{products}} ],
                  "tanks": [ { "id": "2", "number": "02", "product": "Ultra low sulfur diesel" } ] } ] }
                """
            )
            .Sites[0];

    [Theory]
    [InlineData("{\n \"sites\": [\n {\"location\": 1} ] }", "line 3")]
    [InlineData("{ \"sites\": [ { \"locaton\": \"1\" } ] }", "locaton")]
    [InlineData("{ \"stations\": [] }", "stations")]
    [InlineData("{ }", "has no list 'sites'")]
    [InlineData("nonsense", "line 1")]
    [InlineData("{ \"sites\": [ null ] }", "sites[0].location: is required")]
    public void A_file_that_cannot_be_read_says_where(string json, string told) =>
        Assert.Contains(told, SitesReader.Read(json).Mistakes[0], StringComparison.Ordinal);
}
