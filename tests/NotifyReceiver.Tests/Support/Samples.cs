using System.Text;

namespace NotifyReceiver.Tests.Support;

/// <summary>The sample documents, and changed copies of them.</summary>
internal static class Samples
{
    public const string FuelInvoice = "fuel-invoice.xml";
    public const string ChargesOnly = "fuel-invoice-charges-only.xml";
    public const string TankReadings = "tank-readings.json";
    public const string TankProductMovement = "tank-product-movement.xml";
    public const string StickReadings = "fgm-stick-readings.xml";

    public static byte[] Bytes(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "documents", name));

    /// <summary>A sample notification, byte for byte.</summary>
    public static byte[] Notification(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "notifications", name));

    /// <summary>The SQL that lays a database of an earlier program.</summary>
    public static string Database(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "databases", name));

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    /// <summary>The sample with one piece of its text replaced.</summary>
    public static byte[] With(string name, string old, string replacement)
    {
        var text = Text(name);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
