using System.Text.Json;
using NotifyReceiver.Simulators.Ationet.Answering;
using NotifyReceiver.Simulators.Ationet.Shapes;

namespace NotifyReceiver.Simulators.Ationet.Checking;

/// <summary>Reads and judges the body of a request to /v1/interface.</summary>
internal sealed class DownloadReading(AtionetOptions options)
{
    private const int SubscriberLength = 3;

    private static readonly ObjectShape Envelope = new(
        new("SiteCode", Presence.Required, ValueRules.Text(int.MaxValue)),
        new("MerchantContractCode", Presence.Required, ValueRules.Text(int.MaxValue)),
        new("DateFrom", Presence.Required, ValueRules.Date(AtionetCodes.InvalidDateFrom)),
        new("DateTo", Presence.Required, CheckDateTo),
        new("ActionCode", Presence.Required, ValueRules.OneOf(AtionetCodes.InvalidActionCode, "981", "982")),
        new("SubscriberCode", Presence.Required, CheckSubscriber),
        new("CompanyCode", Presence.Nullable, ValueRules.Text(30)),
        new("MerchantCode", Presence.Required, ValueRules.Text(int.MaxValue)),
        new("SystemModel", Presence.Required, ValueRules.FilledText(int.MaxValue, AtionetCodes.InvalidSystemModel)),
        new("SystemVersion", Presence.Required, ValueRules.FilledText(int.MaxValue, AtionetCodes.InvalidSystemVersion)),
        new("MessageFormatVersion", Presence.Required, ValueRules.OneOf(AtionetCodes.InvalidMessageVersion, "1.3"))
    );

    /// <summary>Null when there are problems.</summary>
    public DownloadRequest? Read(ReadOnlyMemory<byte> body, Problems problems)
    {
        if (JsonBody.Read(body, problems) is not { } envelope)
        {
            return null;
        }

        Envelope.Check(envelope, "", problems);
        if (problems.Any)
        {
            return null;
        }

        var request = new DownloadRequest(
            Text(envelope, "ActionCode"),
            Text(envelope, "SubscriberCode"),
            Text(envelope, "SiteCode"),
            Text(envelope, "DateFrom"),
            Text(envelope, "DateTo")
        );
        if (options.Terminals?.Any(request.Covers) is false)
        {
            problems.Add(
                "SubscriberCode",
                "is not the beginning of any known terminal",
                AtionetCodes.InvalidSubscriberCode
            );
            return null;
        }

        return request;
    }

    private static void CheckDateTo(JsonElement value, string field, Problems problems)
    {
        if (value.ValueKind is not JsonValueKind.String || !value.ValueEquals(""))
        {
            ValueRules.Date(AtionetCodes.InvalidDateTo)(value, field, problems);
        }
    }

    private static void CheckSubscriber(JsonElement value, string field, Problems problems)
    {
        if (ValueRules.IsText(value, field, problems, out var text) && text.Length != SubscriberLength)
        {
            problems.Add(
                field,
                $"must be the first {SubscriberLength} characters of the terminal code",
                AtionetCodes.InvalidSubscriberCode
            );
        }
    }

    private static string Text(JsonElement envelope, string member) => envelope.GetProperty(member).GetString()!;
}
