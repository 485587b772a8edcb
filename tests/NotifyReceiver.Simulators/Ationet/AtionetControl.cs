using System.Text.Json;
using System.Text.Json.Nodes;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Control;

namespace NotifyReceiver.Simulators.Ationet;

/// <summary>What a tester can do to the simulator from outside.</summary>
internal static class AtionetControl
{
    public static ControlApi For(AtionetSimulator simulator) =>
        new(
            new Dictionary<(string, string), Func<string, ControlReply>>
            {
                [("GET", "/state")] = _ => ControlReply.Ok(State(simulator)),
                [("POST", "/misbehave")] = body => Misbehave(simulator, body),
                [("DELETE", "/misbehave")] = _ => Done(simulator.Behave),
                [("DELETE", "/state")] = _ => Done(simulator.Reset),
            }
        );

    private static ControlReply Misbehave(AtionetSimulator simulator, string body)
    {
        var (how, problem) = MisbehaveReading.Read(body);
        if (how is null)
        {
            return ControlReply.Problem(StatusCodes.Status400BadRequest, problem!);
        }

        simulator.Misbehave(how);
        return ControlReply.Done;
    }

    private static ControlReply Done(Action action)
    {
        action();
        return ControlReply.Done;
    }

    private static JsonObject State(AtionetSimulator simulator)
    {
        var (deliveries, inventories) = (simulator.Deliveries, simulator.Inventories);
        var (duplicates, violations) = (simulator.Duplicates, simulator.Violations);
        return new()
        {
            ["counts"] = new JsonObject
            {
                ["requests"] = simulator.Requests.Count,
                ["held"] = simulator.HeldRequests,
                ["late"] = simulator.LateRequests,
                ["deliveries"] = deliveries.Count,
                ["inventories"] = inventories.Count,
                ["duplicates"] = duplicates.Count,
                ["violations"] = violations.Count,
            },
            ["violations"] = new JsonArray([.. violations.Select(text => JsonValue.Create(text))]),
            ["misbehaviour"] = new JsonArray([
                .. simulator.Pending.Select(line =>
                    JsonSerializer.SerializeToNode(MisbehaveReading.Write(line.How, line.Left), Json.Strict)
                ),
            ]),
            ["duplicates"] = Rows(duplicates),
            ["deliveries"] = Rows(deliveries),
            ["inventories"] = Rows(inventories),
        };
    }

    private static JsonArray Rows(IReadOnlyList<InsertedRow> rows) =>
        new([
            .. rows.Select(row => new JsonObject
            {
                ["terminal"] = row.Terminal,
                ["receivedAt"] = row.ReceivedAt,
                ["row"] = JsonNode.Parse(row.Row.GetRawText()),
            }),
        ]);
}
