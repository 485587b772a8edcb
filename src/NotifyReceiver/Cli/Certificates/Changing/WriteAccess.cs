using NotifyReceiver.Certificates;

namespace NotifyReceiver.Cli.Certificates.Changing;

/// <summary>Waits for its turn to write in the certificates' directory.</summary>
internal static class WriteAccess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <exception cref="IOException">Somebody else has been writing all the while.</exception>
    public static async Task<CertificateLock> TakeAsync(CertificateOptions options, CancellationToken stop)
    {
        var clock = TimeProvider.System;
        var begin = clock.GetTimestamp();
        while (true)
        {
            if (CertificateLock.TryTake(options) is { } held)
            {
                return held;
            }
            if (clock.GetElapsedTime(begin) > Patience)
            {
                throw new IOException(
                    $"somebody else, perhaps the service with an order at a CA, has been writing in '{options.Directory}' for {Patience.TotalSeconds:0} s; try again"
                );
            }
            await Task.Delay(BetweenTries, clock, stop);
        }
    }
}
