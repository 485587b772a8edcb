using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Petrosoft.Subscriptions;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Writing;

namespace NotifyReceiver.Dispatching.Fetching;

/// <summary>Fetches what notifications name; each document becomes a notification of its own.</summary>
internal sealed class FetchingWorker(
    WorkLoop loop,
    FetchStore fetches,
    DocumentFetch documents,
    SubscriptionConfirmation subscriptions,
    Database database,
    Chance chance,
    TimeProvider clock,
    ILogger<FetchingWorker> log
) : BackgroundService
{
    private const int MostAtATime = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        loop.RunAsync("fetching", it => it.NextLoudCommit, FetchDueAsync, stoppingToken);

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
        catch (Exception fault) when (fault is WriteException or not (OperationCanceledException or StorageException))
#pragma warning restore CA1031
        {
            log.FetchFaulted(fault, fetch.Notification, fetch.Name);
            await database.WriteAsync(connection => FetchStore.Fail(connection, fetch, FaultReason.Of(fault)));
        }
    }

    private async Task FetchDocumentAsync(DueFetch due, CancellationToken stop)
    {
        var wanted = new WantedDocument(NotificationOrigin.Fetch, due.Path, due.DocumentType, due.BusinessUnit);
        var answer = await documents.GetAsync(wanted, stop);
        if (answer is not Answer<IReadOnlyList<FetchedDocument>>.Got got)
        {
            await EndAsync(due, answer);
            return;
        }
        if (await KeepAsync(due, got.Value))
        {
            log.Fetched(due.Notification, due.Path, got.Value.Count);
            return;
        }
        var replaced = new Answer<FetchedDocument>.Failed("it was replaced while it was fetched");
        await EndAsync(due, replaced);
    }

    // False where one of them is out of date. What was dismissed, or named again, meanwhile is not kept.
    private Task<bool> KeepAsync(DueFetch due, IReadOnlyList<FetchedDocument> fetched) =>
        database.WriteAsync(connection =>
        {
            if (!FetchStore.IsWanted(connection, due))
            {
                return true;
            }
            var receipts = fetched
                .Select(document => FetchedInbox.Add(connection, document, clock.GetUtcNow()))
                .ToList();
            if (receipts.Contains(null))
            {
                return false;
            }
            FetchStore.Finish(connection, due, receipts.Select(receipt => receipt!.Id));
            return true;
        });

    private async Task ConfirmAsync(DueFetch fetch, CancellationToken stop)
    {
        var answer = await subscriptions.ConfirmAsync(new Uri(fetch.Path), stop);
        if (answer is Answer<Confirmed>.Got)
        {
            await database.WriteAsync(connection => FetchStore.Finish(connection, fetch, []));
            log.Confirmed(fetch.Notification);
            return;
        }
        await EndAsync(fetch, answer);
    }

    private Task EndAsync<T>(DueFetch fetch, Answer<T> answer)
    {
        var next = NextFetch.After(fetch, answer, clock.GetUtcNow(), chance.Next());
        log.NotFetched(fetch.Notification, fetch.Name, next.Reason);
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
}
