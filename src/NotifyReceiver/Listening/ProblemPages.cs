using Microsoft.AspNetCore.Diagnostics;

namespace NotifyReceiver.Listening;

/// <summary>Gives a body to what the framework answers without one: no such page, wrong method, a fault of ours.</summary>
internal static class ProblemPages
{
    public static void UseProblemPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerFaultAsync,
                // What a caller sent malformed is no fault of ours.
                SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
            }
        );
        app.UseStatusCodePages(page => For(page.HttpContext).ExecuteAsync(page.HttpContext));
    }

    /// <summary>What a caller is told of it: a call that the server itself found malformed has a status of its own; anything else is ours.</summary>
    public static Problem OfFault(Exception? fault) =>
        fault is BadHttpRequestException bad
            ? Problem.Of(bad.StatusCode, "malformed-request", "The request is malformed", bad.Message)
            : Problem.Of(
                StatusCodes.Status500InternalServerError,
                "internal-error",
                "The service failed",
                "The call was not stored. Send it again; the service's log tells its operator why."
            );

    private static Problem For(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => NotFound(context),
            StatusCodes.Status405MethodNotAllowed => Problem.Of(
                StatusCodes.Status405MethodNotAllowed,
                "method-not-allowed",
                "The method is not allowed here",
                $"{context.Request.Method} is not for {context.Request.Path}; allowed: {context.Response.Headers.Allow}."
            ),
            var status => Problem.Of(status, "request", "The request cannot be answered", $"HTTP {status}."),
        };

    private static Problem NotFound(HttpContext context) =>
        Problem.Of(
            StatusCodes.Status404NotFound,
            "not-found",
            "There is nothing at this address",
            $"There is nothing at {context.Request.Path} here."
        );

    private static Task AnswerFaultAsync(HttpContext context) =>
        OfFault(context.Features.Get<IExceptionHandlerFeature>()?.Error).ExecuteAsync(context);
}
