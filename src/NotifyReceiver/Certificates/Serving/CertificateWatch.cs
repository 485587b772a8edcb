using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Renewing;

namespace NotifyReceiver.Certificates.Serving;

/// <summary>
/// Looks at the certificates' directory each second, by what its files hold. Watching it through the system would miss links that
/// lead to another place, and cannot be had everywhere.
/// </summary>
/// <param name="renewals">None where no CA is configured.</param>
internal sealed class CertificateWatch(
    ServedCertificates served,
    IEnumerable<RenewalReading> renewals,
    TimeProvider clock,
    ILogger<CertificateWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ExpiryTelling _expiry = new(log);
    private string? _fault;

    /// <summary>The first look, before the doors open.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await served.LookAsync(Look.Settled, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await LookAsync(stoppingToken);
        }
    }

    private bool IsRenewed(string lineage) => renewals.Any(reading => reading.Renews(lineage));

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await served.LookAsync(Look.InPassing, stop);
            served.Tell();
            _expiry.Look(served.Current.All.Where(it => !IsRenewed(it.Lineage)), clock.GetUtcNow());
            _fault = null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service stops.
        }
#pragma warning disable CA1031 // Whatever it is, what is served goes on, and so do the looks.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // Once, and not each second.
            if (_fault != fault.Message)
            {
                log.LookFailed(fault);
            }
            _fault = fault.Message;
        }
    }
}
