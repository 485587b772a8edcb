using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Control;

/// <summary>The addresses below /_simulator by which a tester sees and steers a running simulator.</summary>
internal sealed class ControlApi(IReadOnlyDictionary<(string Method, string Path), Func<string, ControlReply>> actions)
{
    private const string Root = "/_simulator";

    public static bool Concerns(HttpRequest request) => request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    public async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var reply = Reply(context.Request.Method, context.Request.Path.Value![Root.Length..], body);

        context.Response.StatusCode = reply.Status;
        if (reply.Body is not null)
        {
            context.Response.ContentType =
                reply.Status >= StatusCodes.Status400BadRequest ? "application/problem+json" : Answer.JsonType;
            await context.Response.WriteAsync(reply.Body.ToJsonString(Json.Indented) + "\n", context.RequestAborted);
        }
    }

    private ControlReply Reply(string method, string path, string body)
    {
        if (actions.TryGetValue((method, path), out var action))
        {
            return action(body);
        }

        var methods = actions.Keys.Where(key => key.Path == path).Select(key => key.Method).ToArray();
        return methods.Length > 0
            ? ControlReply.Problem(
                StatusCodes.Status405MethodNotAllowed,
                $"{Root}{path} takes {string.Join(", ", methods)}."
            )
            : ControlReply.Problem(
                StatusCodes.Status404NotFound,
                $"There is {string.Join(", ", actions.Keys.Select(key => $"{key.Method} {Root}{key.Path}"))}."
            );
    }
}
