using System.Net.Mime;

namespace NotifyReceiver.Certificates.Challenges;

/// <summary>The listener for http-01 (RFC 8555 section 8.3). Whoever asks it for anything else is sent to https.</summary>
internal static class HttpChallenges
{
    private const string Root = "/.well-known/acme-challenge";

    /// <param name="isForThem">Whether a request came through the listener that is for challenges alone.</param>
    public static void UseHttpChallenges(this IApplicationBuilder app, Func<HttpContext, bool> isForThem) =>
        app.MapWhen(isForThem, branch => branch.Run(AnswerAsync));

    private static Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        return
            (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Path.StartsWithSegments(Root, StringComparison.Ordinal, out var token)
            ? AnswerAsync(context, token.Value!.TrimStart('/'))
            : SendToHttpsAsync(context);
    }

    private static Task AnswerAsync(HttpContext context, string token)
    {
        var answers = context.RequestServices.GetRequiredService<ChallengeAnswers>();
        if (answers.ForToken(token) is not { } keyAuthorization)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        context.Response.ContentType = MediaTypeNames.Text.Plain;
        return context.Response.WriteAsync(keyAuthorization, context.RequestAborted);
    }

    // 308, because a POST must stay a POST with its body.
    private static Task SendToHttpsAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var path = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = $"https://{host}{path}";
        return Task.CompletedTask;
    }
}
