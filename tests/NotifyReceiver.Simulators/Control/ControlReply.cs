using System.Text.Json.Nodes;

namespace NotifyReceiver.Simulators.Control;

internal sealed record ControlReply(int Status, JsonNode? Body)
{
    public static readonly ControlReply Done = new(StatusCodes.Status204NoContent, null);

    public static ControlReply Ok(JsonNode body) => new(StatusCodes.Status200OK, body);

    public static ControlReply Problem(int status, string detail) =>
        new(
            status,
            new JsonObject
            {
                ["title"] = "The simulator did not understand this.",
                ["status"] = status,
                ["detail"] = detail,
            }
        );
}
