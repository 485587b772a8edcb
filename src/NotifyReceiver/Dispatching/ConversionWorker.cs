using NotifyReceiver.Ationet;
using NotifyReceiver.Documents;
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
    CurrentMapper current,
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
        // At every pass, so that what is wrong with a file shows before a document needs it.
        var mapper = current.Refresh();
        var pending = notifications.Pending(MostAtATime);
        // The writer takes them in this order, and several in one commit: a correction never overtakes what it corrects.
        await Task.WhenAll(
            pending.TakeWhile(_ => !stop.IsCancellationRequested).Select(it => ConvertAsync(it, mapper))
        );
        return pending.Count > 0;
    }

    private Task ConvertAsync(PendingNotification notification, DocumentMapper mapper)
    {
        var id = notification.Id;
        try
        {
            return mapper.Map(notification.Body, new DocumentSource()) switch
            {
                Mapped.Rows rows => KeepAsync(id, rows, NewInsert.FromDocument(rows.TerminalCode, rows.All)),
                Mapped.Unmapped unmapped => QuarantineAsync(id, unmapped.Problems),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
            };
        }
#pragma warning disable CA1031 // A document that trips over a fault of ours must not stop those behind it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.ConversionFailed(fault, id);
            return QuarantineAsync(
                id,
                [$"a fault of this program, please report it: {fault.GetType().Name}: {fault.Message}"]
            );
        }
    }

    private Task KeepAsync(NotificationId id, Mapped.Rows rows, IReadOnlyList<NewInsert> inserts)
    {
        log.Converted(id, rows.Profile, rows.Location, inserts.Count);
        return database.WriteAsync(connection =>
        {
            var notes = new Outbox(connection, id, inserts, ationet.IsDryRun, clock.GetUtcNow()).Fill();
            NotificationStore.MarkConverted(connection, id, rows.Profile, rows.Location, [.. rows.Notes, .. notes]);
        });
    }

    private Task QuarantineAsync(NotificationId id, IReadOnlyList<string> problems)
    {
        log.Quarantined(id, problems[0], problems.Count);
        return database.WriteAsync(connection => NotificationStore.Quarantine(connection, id, problems));
    }
}
