using NotifyReceiver.Ationet;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Dispatching;

/// <summary>From pending notifications to inserts in the outbox, in the order of arrival.</summary>
internal sealed class ConversionWorker(
    WorkLoop loop,
    Database database,
    NotificationStore notifications,
    DocumentMapper mapper,
    AtionetOptions ationet,
    TimeProvider clock,
    ILogger<ConversionWorker> log
) : BackgroundService
{
    private const int MostAtATime = 16;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        loop.RunAsync("conversion", ConvertPendingAsync, stoppingToken);

    private async Task<bool> ConvertPendingAsync(CancellationToken stop)
    {
        var pending = notifications.Pending(MostAtATime);
        foreach (var notification in pending)
        {
            stop.ThrowIfCancellationRequested();
            await ConvertAsync(notification);
        }
        return pending.Count > 0;
    }

    private Task ConvertAsync(PendingNotification notification)
    {
        switch (Map(notification))
        {
            case Mapped.Rows rows:
                var inserts = NewInsert.FromDocument(rows.TerminalCode, rows.All);
                log.Converted(notification.Id, rows.Profile, rows.Location, inserts.Count);
                return database.WriteAsync(connection =>
                {
                    new Outbox(connection, notification.Id, inserts, ationet.IsDryRun, clock.GetUtcNow()).Fill();
                    NotificationStore.MarkConverted(connection, notification.Id, rows.Profile, rows.Location);
                });
            case Mapped.Unmapped unmapped:
                log.Quarantined(notification.Id, unmapped.Problems[0], unmapped.Problems.Count);
                return database.WriteAsync(connection =>
                    NotificationStore.Quarantine(connection, notification.Id, unmapped.Problems)
                );
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is not handled");
        }
    }

    // A document that trips over a fault of ours must not stop those behind it: it is set aside, with the fault as its reason.
    private Mapped Map(PendingNotification notification)
    {
        try
        {
            return mapper.Map(notification.Body);
        }
#pragma warning disable CA1031
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.MappingFailed(fault, notification.Id);
            return new Mapped.Unmapped([
                $"a fault of this program, please report it: {fault.GetType().Name}: {fault.Message}",
            ]);
        }
    }
}
