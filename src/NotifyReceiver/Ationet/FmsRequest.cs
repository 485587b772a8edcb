using System.Globalization;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Ationet;

/// <summary>
/// What goes to <c>/v1/fms</c>: one action code, one terminal, one or more rows (FMS specification, sections 3 and 4). The
/// specification names three members; ATIONET's SDK sends seven and its host has an error code for each, so all are sent.
/// </summary>
internal sealed record FmsRequest(RowKind Kind, string TerminalCode, IReadOnlyList<string> Rows)
{
    public const string Path = "/v1/fms";

    private const string Protocol = "Native";
    private const string MessageFormatVersion = "1.0";

    /// <param name="systemModel">Our name, as agreed with ATIONET.</param>
    /// <param name="systemVersion">Our version, as agreed with ATIONET.</param>
    /// <returns>The body, ASCII alone.</returns>
    public string ToJson(string systemModel, string systemVersion) =>
        AsciiJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("ActionCode", ((int)Kind).ToString(CultureInfo.InvariantCulture));
            writer.WriteString(nameof(TerminalCode), TerminalCode);
            writer.WriteString(nameof(Protocol), Protocol);
            writer.WriteStartArray("Trama");
            foreach (var row in Rows)
            {
                writer.WriteRawValue(row);
            }
            writer.WriteEndArray();
            writer.WriteString("SystemModel", systemModel);
            writer.WriteString("SystemVersion", systemVersion);
            writer.WriteString(nameof(MessageFormatVersion), MessageFormatVersion);
            writer.WriteEndObject();
        });
}
