using System.Text.Json;
using NotifyReceiver.Simulators.Ationet.Answering;
using NotifyReceiver.Simulators.Ationet.Shapes;

namespace NotifyReceiver.Simulators.Ationet.Checking;

/// <summary>Reads and judges the body of a request to /v1/fms.</summary>
internal sealed class InsertReading(AtionetOptions options)
{
    private static readonly (string Action, ObjectShape Shape)[] Rows =
    [
        ("701", RowShapes.Delivery),
        ("702", RowShapes.Inventory),
    ];

    private static readonly ObjectShape Envelope = new(
        new("ActionCode", Presence.Required, ValueRules.OneOf(AtionetCodes.InvalidActionCode, "701", "702")),
        new("TerminalCode", Presence.Required, ValueRules.FilledText(50, AtionetCodes.InvalidTerminalCode)),
        new("Protocol", Presence.Required, ValueRules.OneOf(AtionetCodes.InvalidProtocol, "Native")),
        new("Trama", Presence.Required, CheckTrama),
        new("SystemModel", Presence.Required, ValueRules.FilledText(int.MaxValue, AtionetCodes.InvalidSystemModel)),
        new("SystemVersion", Presence.Required, ValueRules.FilledText(int.MaxValue, AtionetCodes.InvalidSystemVersion)),
        new("MessageFormatVersion", Presence.Required, ValueRules.OneOf(AtionetCodes.InvalidMessageVersion, "1.0"))
    );

    /// <summary>Null when there are problems.</summary>
    public InsertRequest? Read(ReadOnlyMemory<byte> body, Problems problems)
    {
        if (JsonBody.Read(body, problems) is not { } envelope)
        {
            return null;
        }

        Envelope.Check(envelope, "", problems);
        if (envelope.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        CheckTerminal(envelope, problems);
        CheckRows(envelope, problems);
        return problems.Any
            ? null
            : new(
                envelope.GetProperty("ActionCode").GetString()!,
                envelope.GetProperty("TerminalCode").GetString()!,
                [.. envelope.GetProperty("Trama").EnumerateArray()]
            );
    }

    private void CheckTerminal(JsonElement envelope, Problems problems)
    {
        if (
            options.Terminals is not null
            && envelope.TryGetProperty("TerminalCode", out var value)
            && value.ValueKind is JsonValueKind.String
            && !options.Terminals.Any(value.ValueEquals)
        )
        {
            problems.Add("TerminalCode", "is not a known terminal", AtionetCodes.InvalidTerminalCode);
        }
    }

    private static void CheckTrama(JsonElement value, string field, Problems problems)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            problems.Add(field, $"must be an array, is {value.ValueKind}");
        }
        else if (value.GetArrayLength() == 0)
        {
            problems.Add(field, "is empty");
        }
    }

    private static void CheckRows(JsonElement envelope, Problems problems)
    {
        if (
            ShapeFor(envelope) is not { } shape
            || !envelope.TryGetProperty("Trama", out var rows)
            || rows.ValueKind is not JsonValueKind.Array
        )
        {
            return;
        }

        foreach (var (index, row) in rows.EnumerateArray().Index())
        {
            shape.Check(row, $"Trama[{index}]", problems);
        }
    }

    private static ObjectShape? ShapeFor(JsonElement envelope) =>
        envelope.TryGetProperty("ActionCode", out var action) && action.ValueKind is JsonValueKind.String
            ? Rows.FirstOrDefault(rows => action.ValueEquals(rows.Action)).Shape
            : null;
}
