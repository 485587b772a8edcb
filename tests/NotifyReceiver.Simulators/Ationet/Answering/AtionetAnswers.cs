using System.Text.Json;
using NotifyReceiver.Simulators.Ationet.Shapes;
using NotifyReceiver.Simulators.Control;
using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Ationet.Answering;

internal static class AtionetAnswers
{
    public static Answer Success => Triple(200, AtionetCodes.Succeeded);

    public static Answer Triple(int status, string code, string? message = null, string? error = null) =>
        Answer.Json(status, TripleText(code, message, error));

    public static string TripleText(string code, string? message = null, string? error = null) =>
        JsonSerializer.Serialize(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ResponseCode"] = code,
                ["ResponseMessage"] = message ?? AtionetCodes.MessageFor(code),
                ["ResponseError"] = error,
            },
            Json.Strict
        );

    public static Handled Refusal(Problems problems)
    {
        var first = problems.Found[0];
        var texts = problems.Found.Select(problem => problem.ToString()).ToArray();
        return new(Triple(first.Status, first.Code, error: string.Join("; ", texts)), texts);
    }
}
