using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotifyReceiver.Simulators.Control;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Simulators.Petrosoft;

/// <summary>What a tester can do to the simulator from outside.</summary>
internal static class PetrosoftControl
{
    public static ControlApi For(PetrosoftSimulator simulator) =>
        new(
            new Dictionary<(string, string), Func<string, ControlReply>>
            {
                [("GET", "/state")] = _ => ControlReply.Ok(State(simulator)),
                [("POST", "/misbehave")] = body => Misbehave(simulator, body),
                [("DELETE", "/misbehave")] = _ => Done(simulator.Behave),
                [("DELETE", "/state")] = _ => Done(simulator.Reset),
                [("POST", "/documents")] = body => Publish(simulator, body),
                [("DELETE", "/tokens")] = _ => Done(simulator.ExpireAllTokens),
            }
        );

    private static ControlReply Misbehave(PetrosoftSimulator simulator, string body)
    {
        var (how, problem) = PetrosoftMisbehaveReading.Read(body);
        if (how is null)
        {
            return ControlReply.Problem(StatusCodes.Status400BadRequest, problem!);
        }

        simulator.Misbehave(how);
        return ControlReply.Done;
    }

    private static ControlReply Publish(PetrosoftSimulator simulator, string body)
    {
        if (
            !ControlBody.TryRead(body, out var read, out var problem)
            || !ControlBody.TryConvert<PublishRequest>(read, PublishRequest.Members, out var request, out problem)
        )
        {
            return ControlReply.Problem(StatusCodes.Status400BadRequest, problem);
        }

        if ((request.Text is null) == (request.Base64 is null))
        {
            return ControlReply.Problem(StatusCodes.Status400BadRequest, "Give the content as either text or base64.");
        }

        var document = new PublishedDocument(
            request.BusinessUnitId,
            request.DocumentType ?? "",
            request.Directory ?? "",
            request.FileName ?? "",
            request.Base64 ?? Encoding.UTF8.GetBytes(request.Text!)
        );
        if (document.Objection() is { } objection)
        {
            return ControlReply.Problem(StatusCodes.Status400BadRequest, $"{objection}.");
        }

        simulator.Publish(document);
        return ControlReply.Done;
    }

    private static ControlReply Done(Action action)
    {
        action();
        return ControlReply.Done;
    }

    private static JsonObject State(PetrosoftSimulator simulator)
    {
        var counts = new JsonObject
        {
            ["requests"] = simulator.Requests.Count,
            ["held"] = simulator.HeldRequests,
            ["violations"] = simulator.Violations.Count,
        };
        foreach (var endpoint in Enum.GetValues<PetrosoftEndpoint>())
        {
            counts[PetrosoftMisbehaveReading.Name(endpoint)] = simulator.CountOf(endpoint);
        }

        return new()
        {
            ["counts"] = counts,
            ["violations"] = new JsonArray([.. simulator.Violations.Select(text => JsonValue.Create(text))]),
            ["misbehaviour"] = new JsonArray([
                .. simulator.Pending.Select(line =>
                    JsonSerializer.SerializeToNode(PetrosoftMisbehaveReading.Write(line.How, line.Left), Json.Strict)
                ),
            ]),
            ["documents"] = new JsonArray([
                .. simulator.Documents.Select(document => new JsonObject
                {
                    ["businessUnitId"] = document.BusinessUnitId,
                    ["documentType"] = document.DocumentType,
                    ["path"] = document.Path,
                    ["bytes"] = document.Content.Length,
                }),
            ]),
        };
    }
}
