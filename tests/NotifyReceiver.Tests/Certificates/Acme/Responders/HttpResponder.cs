using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NotifyReceiver.Tests.Certificates.Acme.Responders;

/// <summary>Answers http-01 on a port of its own: the tokens that it was given, as often as they are asked for.</summary>
internal sealed class HttpResponder : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private HttpResponder()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<HttpResponder> StartAsync()
    {
        var responder = new HttpResponder();
        await responder._app.StartAsync();
        return responder;
    }

    public void Put(string token, string body) => _answers[token] = body;

    public void Remove(string token) => _answers.TryRemove(token, out _);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var token = context.Request.Path.Value?.Split('/')[^1] ?? "";
        if (_answers.TryGetValue(token, out var body))
        {
            return context.Response.WriteAsync(body, context.RequestAborted);
        }
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
