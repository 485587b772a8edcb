namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>The project's sample documents, and the station that they come from.</summary>
internal static class Samples
{
    public const string FuelInvoice = "fuel-invoice.xml";
    public const string TankReadings = "tank-readings.json";
    public const string TankProductMovement = "tank-product-movement.xml";

    public const string Xml = "application/xml";
    public const string Json = "application/json";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>A sites file with that station.</summary>
    public static string Sites => File.ReadAllText(Path.Combine(Folder, "sites.json"));

    public static string PathOf(string name) => Path.Combine(Folder, "documents", name);

    /// <summary>Of a sample notification, which names documents.</summary>
    public static string PathOfNotification(string name) => Path.Combine(Folder, "notifications", name);

    /// <summary>A script for sqlite3 that makes a database as an earlier program left it.</summary>
    public static string PathOfDatabase(string name) => Path.Combine(Folder, "databases", name);

    /// <summary>What a sample document says, changed where the test needs it.</summary>
    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static string TypeOf(string name) => name.EndsWith(".json", StringComparison.Ordinal) ? Json : Xml;
}
