using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>Fetches one listed document, and keeps it unless it is known.</summary>
/// <param name="run">Where it is marked as seen, in the same commit; null in a dry run, which stores nothing.</param>
internal sealed class TakingIn(
    CatchUpSubject subject,
    CatchUpRun? run,
    DocumentFetch fetch,
    Database database,
    TimeProvider clock
)
{
    private const int MostTries = 3;

    /// <summary>Whether it was not here before.</summary>
    public async Task<Answer<bool>> TakeAsync(string path, CancellationToken stop)
    {
        var taken = await TryAsync(path, stop);
        for (var tries = 1; tries < MostTries && taken is Answer<bool?>.Got { Value: null }; tries++)
        {
            taken = await TryAsync(path, stop);
        }
        return taken.Then<bool>(isNew =>
            isNew is { } told
                ? new Answer<bool>.Got(told)
                : new Answer<bool>.Refused("it was replaced again and again while it was fetched")
        );
    }

    private async Task<Answer<bool?>> TryAsync(string path, CancellationToken stop)
    {
        var wanted = new WantedDocument(
            NotificationOrigin.CatchUp,
            path,
            subject.DocumentType,
            BusinessUnit: subject.Location
        );
        var fetched = await fetch.GetAsync(wanted, stop);
        return await fetched.ThenAsync<bool?>(async documents => new Answer<bool?>.Got(
            await KeepAsync(path, documents)
        ));
    }

    // Null when one of them is out of date already.
    private async Task<bool?> KeepAsync(string path, IReadOnlyList<FetchedDocument> documents)
    {
        if (run is null)
        {
            using var connection = database.OpenReader();
            return documents.Any(document => !FetchedInbox.IsKnown(connection, document.Path, document.Body));
        }
        return await database.WriteAsync<bool?>(connection =>
        {
            var receipts = documents
                .Select(document => FetchedInbox.Add(connection, document, clock.GetUtcNow()))
                .ToList();
            if (receipts.Contains(null))
            {
                return null;
            }
            var isNew = receipts.Exists(receipt => receipt!.Arrival == Arrival.New);
            CatchUpStore.MarkSeen(connection, run, path, isNew);
            return isNew;
        });
    }
}
