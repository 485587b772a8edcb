using System.Text.Json;
using NotifyReceiver.Simulators.Control;
using NotifyReceiver.Simulators.Misbehaving;

namespace NotifyReceiver.Simulators.Ationet.Misbehaving;

internal static class MisbehaveReading
{
    private static readonly KindedBody Body = new(
        ["times", "terminal", "tank", "action"],
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["slow"] = ["delaySeconds"],
            ["slowAfterStoring"] = ["delaySeconds"],
            ["status"] = ["status", "body", "retryAfterSeconds", "stored"],
            ["resetBeforeStoring"] = [],
            ["resetAfterStoring"] = [],
            ["storedLate"] = ["delaySeconds"],
            ["partlyStored"] = ["status", "code", "message", "body"],
            ["garbageSuccess"] = ["body", "stored"],
            ["emptySuccess"] = ["stored"],
            ["truncatedSuccess"] = ["stored"],
            ["redirect"] = ["status"],
            ["responseCode"] = ["code", "message", "body", "stored"],
        }
    );

    /// <summary>The misbehaviour that the body tells, or what is wrong with the body.</summary>
    public static (AtionetMisbehaviour? How, string? Problem) Read(string body)
    {
        if (!Body.TryRead<MisbehaveRequest>(body, out var kind, out var request, out var problem))
        {
            return (null, problem);
        }

        var how = From(kind, request);
        return how.Objection() is { } objection ? (null, $"{kind}: {objection}.") : (how, null);
    }

    public static MisbehaveRequest Write(AtionetMisbehaviour how, int? left) =>
        new()
        {
            Kind = JsonNamingPolicy.CamelCase.ConvertName($"{how.Kind}"),
            DelaySeconds = how.Delay == TimeSpan.Zero ? null : how.Delay.TotalSeconds,
            Status = how.StatusCode == 0 ? null : how.StatusCode,
            Body = how.Body,
            RetryAfterSeconds = how.RetryAfterSeconds,
            Code = how.Code.Length == 0 ? null : how.Code,
            Message = how.Message,
            Stored = how.ChoosesStoring ? how.Stored : null,
            Times = left,
            Terminal = how.Terminal,
            Tank = how.Tank,
            Action = how.ActionCode,
        };

    private static AtionetMisbehaviour From(string kind, MisbehaveRequest request) =>
        Plain(kind, request) with
        {
            Times = request.Times,
            Terminal = request.Terminal,
            Tank = request.Tank,
            ActionCode = request.Action,
        };

    private static AtionetMisbehaviour PartlyStored(MisbehaveRequest request) =>
        request switch
        {
            { Status: { } status, Code: { } code } => AtionetMisbehaviour.PartlyStored(status, code),
            { Status: { } status } => AtionetMisbehaviour.PartlyStored(status),
            { Code: { } code } => AtionetMisbehaviour.PartlyStored(code),
            _ => AtionetMisbehaviour.PartlyStored(),
        };

    private static AtionetMisbehaviour Plain(string kind, MisbehaveRequest request)
    {
        var delay = Delays.FromSeconds(request.DelaySeconds);
        var stored = request.Stored ?? true;
        return kind switch
        {
            "slow" => AtionetMisbehaviour.Slow(delay),
            "slowAfterStoring" => AtionetMisbehaviour.SlowAfterStoring(delay),
            "status" => AtionetMisbehaviour.Status(request.Status ?? 0, request.Body, request.RetryAfterSeconds) with
            {
                Stored = request.Stored ?? false,
            },
            "resetBeforeStoring" => AtionetMisbehaviour.ResetBeforeStoring(),
            "resetAfterStoring" => AtionetMisbehaviour.ResetAfterStoring(),
            "storedLate" => AtionetMisbehaviour.StoredLate(delay),
            "partlyStored" => PartlyStored(request) with { Message = request.Message, Body = request.Body },
            "garbageSuccess" => AtionetMisbehaviour.GarbageSuccess(stored, request.Body),
            "emptySuccess" => AtionetMisbehaviour.EmptySuccess(stored),
            "truncatedSuccess" => AtionetMisbehaviour.TruncatedSuccess(stored),
            "redirect" => AtionetMisbehaviour.Redirect(request.Status ?? StatusCodes.Status302Found),
            _ => AtionetMisbehaviour.ResponseCode(request.Code ?? "", request.Message, request.Stored) with
            {
                Body = request.Body,
            },
        };
    }
}
