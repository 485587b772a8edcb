using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Writing;

namespace NotifyReceiver.Dispatching.Converting;

/// <summary>From pending notifications to inserts in the outbox, in the order of arrival.</summary>
internal sealed class ConversionWorker(
    WorkLoop loop,
    NotificationStore notifications,
    CurrentMapper current,
    Conversion conversion,
    ILogger<ConversionWorker> log
) : BackgroundService
{
    private const int MostAtATime = 64;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        loop.RunAsync("conversion", it => it.NextCommit, ConvertPendingAsync, stoppingToken);

    private async Task<bool> ConvertPendingAsync(CancellationToken stop)
    {
        // At every pass, so that what is wrong with a file shows before a document needs it.
        var mapper = current.Refresh();
        var pending = notifications.Pending(MostAtATime);
        // The writer takes them in this order, and several in one commit: a correction never overtakes what it corrects.
        await Task.WhenAll(
            pending.TakeWhile(_ => !stop.IsCancellationRequested).Select(it => ConvertAsync(it, mapper))
        );
        return pending.Count > 0;
    }

    private async Task ConvertAsync(PendingNotification notification, DocumentMapper mapper)
    {
        try
        {
            await conversion.ConvertAsync(notification, mapper);
        }
#pragma warning disable CA1031 // A document that trips over a fault of ours must not stop those behind it.
        catch (Exception fault) when (fault is WriteException or not StorageException)
#pragma warning restore CA1031
        {
            log.ConversionFailed(fault, notification.Id);
            await conversion.QuarantineAsync(notification.Id, shape: null, [FaultReason.Of(fault)]);
        }
    }
}
