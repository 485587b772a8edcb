using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Generated;
using NotifyReceiver.Listening;
using NotifyReceiver.Receiving;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>
/// The product's door with next to nothing behind it: the same Kestrel, TLS and certificate, the same check of the key, and an answer
/// that says as much.
/// </summary>
internal static class BareEndpoint
{
    private static readonly byte[] Answer = "{\"id\":\"n1000000\"}"u8.ToArray();

    public static WebApplication Build(string data, Func<string, IStoring> storing)
    {
        Directory.CreateDirectory(data);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        var certificate = SelfSignedCertificate.LoadOrCreate(
            CertificateOptions.In($"{data}-certs"),
            TimeProvider.System
        );
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            Doors.Open(
                kestrel,
                [new ListenAddress("https", IPAddress.Loopback, 0)],
                listen => listen.UseHttps(certificate),
                challenges: [],
                admin: []
            )
        );
        var app = builder.Build();
        app.UseDoors(ReceivingEndpoints.Root);
        app.UseRouting();
        Map(app, new CallerAuthentication([Posting.Key]), storing(Path.Combine(data, "calls.db")));
        return app;
    }

    private static void Map(WebApplication app, CallerAuthentication callers, IStoring storing) =>
        app.MapPost(
            ReceivingEndpoints.Path,
            async context =>
            {
                var response = context.Response;
                if (callers.Judge(context.Request.Headers) is not CallerAuthentication.Verdict.Known)
                {
                    response.StatusCode = StatusCodes.Status401Unauthorized;
                    return;
                }
                await storing.TakeAsync(context.Request);
                response.StatusCode = StatusCodes.Status202Accepted;
                response.Headers.Location = $"{ReceivingEndpoints.Path}/n1000000";
                response.ContentType = "application/json; charset=utf-8";
                response.ContentLength = Answer.Length;
                await response.Body.WriteAsync(Answer);
            }
        );
}
