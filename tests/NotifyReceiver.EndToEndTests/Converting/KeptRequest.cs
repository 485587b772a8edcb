using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Converting;

/// <summary>The requests that <c>show</c> keeps of a notification, held against what ATIONET takes.</summary>
internal static class KeptRequest
{
    private static readonly string[] EnvelopeMembers =
    [
        "ActionCode",
        "TerminalCode",
        "Protocol",
        "Trama",
        "SystemModel",
        "SystemVersion",
        "MessageFormatVersion",
    ];

    /// <summary>The text of each request, of which every insert has one alone; several inserts may share it.</summary>
    public static IReadOnlyList<string> AllOf(JsonElement shown) =>
        [
            .. shown
                .Items("inserts")
                .Select(insert => Assert.Single(insert.Items("attempts")).Text("request"))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Each has the whole envelope, and together they hold these rows.</summary>
    public static void AssertExact(JsonElement shown, string actionCode, IReadOnlyList<JsonElement> rows)
    {
        var requests = AllOf(shown).Select(request => JsonElement.Parse(request)).ToList();
        foreach (var request in requests)
        {
            Assert.Equal(EnvelopeMembers, request.EnumerateObject().Select(member => member.Name));
            Assert.Equal(actionCode, request.Text("ActionCode"));
            Assert.Equal("ABC0123456789", request.Text("TerminalCode"));
            Assert.Equal("Native", request.Text("Protocol"));
            Assert.Equal("NotifyReceiver", request.Text("SystemModel"));
            Assert.Equal("1.0", request.Text("SystemVersion"));
            Assert.Equal("1.0", request.Text("MessageFormatVersion"));
        }
        HandWorked.AssertSame(rows, requests.SelectMany(request => request.Items("Trama")));
    }
}
