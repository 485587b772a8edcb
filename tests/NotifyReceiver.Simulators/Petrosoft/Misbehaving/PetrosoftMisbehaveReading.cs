using System.Text.Json;
using NotifyReceiver.Simulators.Control;
using NotifyReceiver.Simulators.Misbehaving;

namespace NotifyReceiver.Simulators.Petrosoft.Misbehaving;

internal static class PetrosoftMisbehaveReading
{
    private static readonly KindedBody Body = new(
        ["times", "endpoint"],
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["slow"] = ["delaySeconds"],
            ["status"] = ["status", "body", "retryAfterSeconds", "retryAt"],
            ["reset"] = [],
            ["redirect"] = ["status", "location"],
            ["garbageSuccess"] = ["body"],
            ["truncatedSuccess"] = [],
        }
    );

    private static readonly Dictionary<string, PetrosoftEndpoint> Endpoints = Enum.GetValues<PetrosoftEndpoint>()
        .ToDictionary(Name, StringComparer.Ordinal);

    public static string Name(PetrosoftEndpoint endpoint) => JsonNamingPolicy.CamelCase.ConvertName($"{endpoint}");

    /// <summary>The misbehaviour that the body tells, or what is wrong with the body.</summary>
    public static (PetrosoftMisbehaviour? How, string? Problem) Read(string body)
    {
        if (!Body.TryRead<PetrosoftMisbehaveRequest>(body, out var kind, out var request, out var problem))
        {
            return (null, problem);
        }

        if (request.Endpoint is not null && !Endpoints.ContainsKey(request.Endpoint))
        {
            return (null, $"endpoint: '{request.Endpoint}' is unknown. One of {string.Join(", ", Endpoints.Keys)}.");
        }

        var how = From(kind, request);
        return how.Objection() is { } objection ? (null, $"{kind}: {objection}.") : (how, null);
    }

    public static PetrosoftMisbehaveRequest Write(PetrosoftMisbehaviour how, int? left) =>
        new()
        {
            Kind = JsonNamingPolicy.CamelCase.ConvertName($"{how.Kind}"),
            DelaySeconds = how.Delay == TimeSpan.Zero ? null : how.Delay.TotalSeconds,
            Status = how.StatusCode == 0 ? null : how.StatusCode,
            Body = how.Body,
            RetryAfterSeconds = how.RetryAfterSeconds,
            RetryAt = how.RetryAt,
            Location = how.Location,
            Times = left,
            Endpoint = how.Endpoint is { } endpoint ? Name(endpoint) : null,
        };

    private static PetrosoftMisbehaviour From(string kind, PetrosoftMisbehaveRequest request)
    {
        var how = kind switch
        {
            "slow" => PetrosoftMisbehaviour.Slow(Delays.FromSeconds(request.DelaySeconds)),
            "status" => PetrosoftMisbehaviour.Status(request.Status ?? 0, request.Body, request.RetryAfterSeconds) with
            {
                RetryAt = request.RetryAt,
            },
            "redirect" => PetrosoftMisbehaviour.Redirect(
                request.Location,
                request.Status ?? StatusCodes.Status302Found
            ),
            "garbageSuccess" => PetrosoftMisbehaviour.GarbageSuccess(request.Body),
            "truncatedSuccess" => PetrosoftMisbehaviour.TruncatedSuccess(),
            _ => PetrosoftMisbehaviour.Reset(),
        };
        return how with
        {
            Times = request.Times,
            Endpoint = request.Endpoint is null ? null : Endpoints[request.Endpoint],
        };
    }
}
