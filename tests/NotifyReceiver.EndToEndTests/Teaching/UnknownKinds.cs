namespace NotifyReceiver.EndToEndTests.Teaching;

/// <summary>Documents of two kinds that no built-in profile knows, and the profiles that an operator makes for them.</summary>
internal static class UnknownKinds
{
    /// <summary>Its rows stand in a list, its time has an offset.</summary>
    public const string Levels = """
        {
          "station": "12345", "taken": "2026-01-16T02:58:30Z",
          "levels": [ { "pit": "1", "grade": "UNL87", "gal": 6098.4, "degF": 58.1 } ]
        }
        """;

    /// <summary>Written by hand, as it stays in the directory.</summary>
    public const string LevelsProfile = """
        {
          "name": "levels",
          "when": { "root": "document", "has": "station and levels" },
          "location": "station",
          "rows": [
            {
              "yields": "inventories",
              "select": "levels",
              "fields": {
                "TankNumber": "pit",
                "ProductCode": "grade",
                "DateTime": "/*/taken",
                "Volume": "gal",
                "Temperature": "degF"
              }
            }
          ]
        }
        """;

    public static string LoadReport(string ticket, string gallons) =>
        $"""
            <LoadReport>
              <Header><Site>12345</Site><Carrier>Blue Tankers</Carrier></Header>
              <Drop>
                <Where>1</Where><Grade>UNL87</Grade><At>2026-01-15T04:31:00</At>
                <Gallons>{gallons}</Gallons><Ticket>{ticket}</Ticket>
              </Drop>
            </LoadReport>
            """;

    /// <summary>The draft of a load report with what the draft could not guess.</summary>
    public static string Finished(string draft)
    {
        const string Grade = "\"ProductCode\": \"Grade\",";
        Assert.Contains(Grade, draft, StringComparison.Ordinal);
        return draft.Replace(
            Grade,
            $""" "TankNumber": "Where", "InvoiceNumber": "Ticket", {Grade}""",
            StringComparison.Ordinal
        );
    }
}
