using System.Text.Json.Nodes;
using NotifyReceiver.Simulators.Control;

namespace NotifyReceiver.Simulators.Ationet.Misbehaving;

internal static class MisbehaveReading
{
    private static readonly string[] Always = ["kind", "times", "terminal", "tank", "action"];

    private static readonly Dictionary<string, string[]> MembersOf = new(StringComparer.Ordinal)
    {
        ["slow"] = ["delaySeconds"],
        ["slowAfterStoring"] = ["delaySeconds"],
        ["status"] = ["status", "body", "retryAfterSeconds", "stored"],
        ["resetBeforeStoring"] = [],
        ["resetAfterStoring"] = [],
        ["garbageSuccess"] = ["body", "stored"],
        ["emptySuccess"] = ["stored"],
        ["truncatedSuccess"] = ["stored"],
        ["redirect"] = ["status"],
        ["responseCode"] = ["code", "message", "body", "stored"],
    };

    public static string Kinds => string.Join(", ", MembersOf.Keys);

    /// <summary>The misbehaviour that the body tells, or what is wrong with the body.</summary>
    public static (AtionetMisbehaviour? How, string? Problem) Read(string body)
    {
        if (!ControlBody.TryRead(body, out var read, out var problem))
        {
            return (null, problem);
        }

        if (read["kind"] is not JsonValue value || !value.TryGetValue<string>(out var kind))
        {
            return (null, $"kind: missing. One of {Kinds}.");
        }

        if (!MembersOf.TryGetValue(kind, out var members))
        {
            return (null, $"kind: '{kind}' is unknown. One of {Kinds}.");
        }

        if (!ControlBody.TryConvert<MisbehaveRequest>(read, [.. Always, .. members], out var request, out problem))
        {
            return (null, problem);
        }

        var how = From(kind, request);
        return how.Objection() is { } objection ? (null, $"{kind}: {objection}.") : (how, null);
    }

    public static MisbehaveRequest Write(AtionetMisbehaviour how, int? left) =>
        new()
        {
            Kind = MembersOf.Keys.Single(kind => kind.Equals($"{how.Kind}", StringComparison.OrdinalIgnoreCase)),
            DelaySeconds = how.Delay == TimeSpan.Zero ? null : how.Delay.TotalSeconds,
            Status = how.StatusCode == 0 ? null : how.StatusCode,
            Body = how.Body,
            RetryAfterSeconds = how.RetryAfterSeconds,
            Code = how.Code.Length == 0 ? null : how.Code,
            Message = how.Message,
            Stored = how.Stored,
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

    private static AtionetMisbehaviour Plain(string kind, MisbehaveRequest request)
    {
        var delay = TimeSpan.FromSeconds(request.DelaySeconds ?? 0);
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
