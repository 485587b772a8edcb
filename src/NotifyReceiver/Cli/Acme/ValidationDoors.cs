using System.Net.Sockets;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Listening;
using NotifyReceiver.Receiving;

namespace NotifyReceiver.Cli.Acme;

/// <summary>The service's doors, opened by a command for a CA's validators where no service has them. Whoever else comes is told to come later.</summary>
internal sealed class ValidationDoors : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ValidationDoors(WebApplication app) => _app = app;

    /// <summary>Null where they are taken: the service has them, and answers from the same files.</summary>
    public static async Task<ValidationDoors?> TryOpenAsync(AcmeRooms rooms, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(rooms.Get<ChallengeAnswers>());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            Doors.Open(
                kestrel,
                Workspace.Read(rooms.Settings, ReceivingOptions.Read).Listen,
                rooms.Get<TlsDoor>().Open,
                rooms.Options.Challenges.HttpListen,
                admin: []
            )
        );
        var app = builder.Build();
        app.UseHttpChallenges(context => Doors.ListenerOf(context) == Listener.Challenges);
        app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await rooms.Get<ServedCertificates>().LookAsync(Look.WithoutTrace, stop);
        try
        {
            await app.StartAsync(stop);
            return new ValidationDoors(app);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            await app.DisposeAsync();
            return null;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
