namespace NotifyReceiver.Tests.Support;

/// <summary>Profiles of a user's own.</summary>
internal static class TestProfiles
{
    /// <summary>For a document like <c>&lt;DropTicket Site="12345"&gt;&lt;Drop Tank="1" Product="UNL87" Gross="100" At="2026-01-15T04:31:00"/&gt;</c>.</summary>
    public static string DropTicket(string name = "drop-ticket", string root = "DropTicket") =>
        $$"""
            {
              "name": "{{name}}",
              "when": { "root": "{{root}}" },
              "location": "@Site",
              "rows": [
                {
                  "yields": "deliveries",
                  "select": "Drop",
                  "fields": {
                    "TankNumber": "@Tank",
                    "ProductCode": "@Product",
                    "CreatedDateTime": "@At",
                    "TotalVolume": "@Gross"
                  }
                }
              ]
            }
            """;
}
