using NotifyReceiver.Sites;

namespace NotifyReceiver.Tests.Support;

/// <summary>The station of the contract, and variations of it.</summary>
internal static class TestSites
{
    public const string Json = """
        {
          "sites": [
            {
              "location": "12345",
              "name": "Main Street",
              "terminalCode": "ABC0123456789",
              "timeZone": "America/New_York",
              "units": {
                "volume": { "from": "usgal", "to": "l" },
                "temperature": { "from": "F", "to": "C" },
                "height": { "from": "in", "to": "mm" }
              },
              "tanks": [
                { "id": "1", "number": "01", "product": "UNL87", "capacity": 10000 },
                { "id": "2", "number": "02", "product": "DSL", "capacity": 8000 }
              ],
              "products": [
                { "id": "UNL87", "code": "001" },
                { "id": "001", "code": "001" },
                { "id": "DSL", "code": "019" },
                { "id": "019", "code": "019" }
              ]
            }
          ]
        }
        """;

    public static Site MainStreet => Read(Json).Sites[0];

    public static SiteDirectory Read(string json)
    {
        var (directory, mistakes) = SitesReader.Read(json);
        Assert.Empty(mistakes);
        return directory!;
    }
}
