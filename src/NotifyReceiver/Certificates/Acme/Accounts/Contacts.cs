using System.Text.Json.Nodes;

namespace NotifyReceiver.Certificates.Acme.Accounts;

/// <summary>How a CA is told whom to write to (RFC 8555 section 7.3).</summary>
internal static class Contacts
{
    private const string Mail = "mailto:";

    public static JsonArray ToJson(IReadOnlyList<string> contacts) =>
        [.. contacts.Select(contact => (JsonNode)ToAddress(contact.Trim()))];

    private static string ToAddress(string contact) =>
        contact.StartsWith(Mail, StringComparison.OrdinalIgnoreCase) ? contact : $"{Mail}{contact}";
}
