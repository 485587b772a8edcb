using System.Text;
using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Tests.Notifications.Shapes;

/// <summary>Reads the shape of a body with the settings as they are by default, but for those that a test changes.</summary>
internal static class Recognise
{
    public const string Topic = "arn:aws:sns:us-east-1:111122223333:business-documents";

    public static readonly NotificationOptions Default = new(
        ["path"],
        ["documentType", "type"],
        ["businessUnitId", "locationId"],
        []
    );

    public static readonly NotificationOptions WithTopic = Default with { SnsTopics = [Topic] };

    public static byte[] Sample(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "notifications", name));

    public static string SampleText(string name) => Encoding.UTF8.GetString(Sample(name));

    public static Shape Bytes(byte[] body, NotificationOptions? options = null) =>
        new ShapeReader(options ?? Default).Read(body);

    public static Shape Text(string body, NotificationOptions? options = null) =>
        Bytes(Encoding.UTF8.GetBytes(body), options);

    /// <summary>The only document that the body names.</summary>
    public static Reference Reference(string body, NotificationOptions? options = null) =>
        Assert.Single(Assert.IsType<Shape.References>(Text(body, options)).All);

    /// <summary>Why the body is to be quarantined.</summary>
    public static IReadOnlyList<string> Problems(string body, NotificationOptions? options = null) =>
        Assert.IsType<Shape.Unusable>(Text(body, options)).Problems;

    public static void IsTheDocument(string body, NotificationOptions? options = null)
    {
        var document = Assert.IsType<Shape.Document>(Text(body, options));

        Assert.Equal("document", document.Name);
        Assert.Equal(body, Encoding.UTF8.GetString(document.Body));
    }
}
