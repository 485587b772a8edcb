using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Operations;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Cli.Acme;

/// <summary>What issues and renews, put together for a command. What it logs stands on standard error.</summary>
internal sealed class AcmeRooms : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private AcmeRooms(IReadOnlyList<string> settings, AcmeOptions options, ServiceProvider services)
    {
        (Settings, Options, _services) = (settings, options, services);
    }

    public IReadOnlyList<string> Settings { get; }

    public AcmeOptions Options { get; }

    /// <param name="mustAgree">Whether the terms of the CAs must have been agreed to.</param>
    /// <exception cref="SettingsException">No CA is configured, or something else about the settings is wrong.</exception>
    public static AcmeRooms Open(IReadOnlyList<string> settings, bool mustAgree = true)
    {
        var certificates = Workspace.Read(settings, CertificateOptions.Read);
        var options =
            Workspace.Read(settings, reader => AcmeOptions.Read(reader, certificates, mustAgree))
            ?? throw new SettingsException([
                "Acme:Directory: is missing; name the CA that certificates come from, such as letsencrypt",
            ]);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddReceiverConsole().SetMinimumLevel(LogLevel.Warning))
            .Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
                console.LogToStandardErrorThreshold = LogLevel.Trace
            )
            .AddSingleton(TimeProvider.System)
            .AddCertificates(certificates, Workspace.Read(settings, TlsOptions.Read))
            .AddRenewing(options)
            .BuildServiceProvider();
        return new AcmeRooms(settings, options, services);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
