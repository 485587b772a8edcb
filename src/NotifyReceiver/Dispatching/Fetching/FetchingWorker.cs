using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Petrosoft.Subscriptions;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Dispatching.Fetching;

/// <summary>Fetches what notifications name; each document becomes a notification of its own.</summary>
internal sealed class FetchingWorker(
    WorkLoop loop,
    FetchStore fetches,
    DocumentFetch documents,
    SubscriptionConfirmation subscriptions,
    Database database,
    TimeProvider clock,
    ILogger<FetchingWorker> log
) : BackgroundService
{
    private const int MostAtATime = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        loop.RunAsync("fetching", FetchDueAsync, stoppingToken);

    private async Task<bool> FetchDueAsync(CancellationToken stop)
    {
        var due = fetches.Due(clock.GetUtcNow(), MostAtATime);
        await Task.WhenAll(due.Select(fetch => FetchAsync(fetch, stop)));
        return due.Count > 0;
    }

    private async Task FetchAsync(DueFetch fetch, CancellationToken stop)
    {
        try
        {
            await (fetch.IsSubscription ? ConfirmAsync(fetch, stop) : FetchDocumentAsync(fetch, stop));
        }
#pragma warning disable CA1031 // A document that trips over a fault of ours must not stop those behind it.
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageException))
#pragma warning restore CA1031
        {
            log.FetchFaulted(fault, fetch.Notification, fetch.Path);
            await database.WriteAsync(connection => FetchStore.Fail(connection, fetch, FaultReason.Of(fault)));
        }
    }

    private async Task FetchDocumentAsync(DueFetch due, CancellationToken stop)
    {
        var wanted = new WantedDocument(NotificationOrigin.Fetch, due.Path, due.DocumentType, due.BusinessUnit);
        var answer = await documents.GetAsync(wanted, stop);
        if (answer is not Answer<IReadOnlyList<FetchedDocument>>.Got got)
        {
            await EndAsync(due, NextFetch.After(due, answer, clock.GetUtcNow(), Chance()));
            return;
        }
        await database.WriteAsync(connection =>
        {
            var receipts = got.Value.Select(document => FetchedInbox.Add(connection, document)).ToList();
            if (receipts.Contains(null))
            {
                FetchStore.Postpone(connection, due, "it was replaced while it was fetched", clock.GetUtcNow());
                return;
            }
            FetchStore.Finish(connection, due, receipts.Select(receipt => receipt!.Id));
        });
        log.Fetched(due.Notification, due.Path, got.Value.Count);
    }

    private async Task ConfirmAsync(DueFetch fetch, CancellationToken stop)
    {
        var answer = await subscriptions.ConfirmAsync(new Uri(fetch.Path), stop);
        if (answer is Answer<Confirmed>.Got)
        {
            await database.WriteAsync(connection => FetchStore.Finish(connection, fetch, []));
            log.Confirmed(fetch.Notification);
            return;
        }
        await EndAsync(fetch, NextFetch.After(fetch, answer, clock.GetUtcNow(), Chance()));
    }

    private Task EndAsync(DueFetch fetch, NextFetch next)
    {
        log.NotFetched(fetch.Notification, fetch.Path, next.Reason);
        return database.WriteAsync(connection =>
        {
            if (next.DueAt is { } due)
            {
                FetchStore.Postpone(connection, fetch, next.Reason, due);
            }
            else
            {
                FetchStore.Fail(connection, fetch, next.Reason);
            }
        });
    }

#pragma warning disable CA5394 // It spreads retries; nobody gains by guessing it.
    private static double Chance() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
