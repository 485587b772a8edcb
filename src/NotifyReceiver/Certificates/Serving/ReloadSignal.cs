using System.Runtime.InteropServices;
using NotifyReceiver.Certificates.Manual;

namespace NotifyReceiver.Certificates.Serving;

/// <summary>SIGHUP has the certificates looked at at once, as tools that renew them send it to servers. Without this it would end the service.</summary>
internal sealed class ReloadSignal(ServedCertificates served, ILogger<ReloadSignal> log) : IHostedService, IDisposable
{
    private PosixSignalRegistration? _registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registration = PosixSignalRegistration.Create(
            PosixSignal.SIGHUP,
            signal =>
            {
                signal.Cancel = true;
                _ = LookAsync();
            }
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registration?.Dispose();

    private async Task LookAsync()
    {
        try
        {
            await served.LookAsync(Look.Settled, CancellationToken.None);
            log.LookedUponSignal();
        }
#pragma warning disable CA1031 // The next look comes within the second.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LookFailed(fault);
        }
    }
}
