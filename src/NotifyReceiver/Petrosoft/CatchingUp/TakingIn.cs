using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>Fetches one listed document, and keeps it unless it is known; or keeps its name, where it cannot be had.</summary>
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

    /// <summary>What became of it; or why the run cannot go on now.</summary>
    public async Task<Answer<Taken>> TakeAsync(string path, CancellationToken stop)
    {
        var taken = await TryAsync(path, stop);
        for (var tries = 1; tries < MostTries && taken is Answer<Taken?>.Got { Value: null }; tries++)
        {
            taken = await TryAsync(path, stop);
        }
        return taken switch
        {
            Answer<Taken?>.Got { Value: { } told } => new Answer<Taken>.Got(told),
            // One document must not hold up those behind it, run after run; nor one that is replaced again and again.
            Answer<Taken?>.Got or Answer<Taken?>.Missing or Answer<Taken?>.Refused => new Answer<Taken>.Got(
                await NameAsync(path)
            ),
            _ => taken.Then<Taken>(told => new Answer<Taken>.Got(told!.Value)),
        };
    }

    private async Task<Answer<Taken?>> TryAsync(string path, CancellationToken stop)
    {
        var wanted = new WantedDocument(
            NotificationOrigin.CatchUp,
            path,
            subject.DocumentType,
            BusinessUnit: subject.Location
        );
        var fetched = await fetch.GetAsync(wanted, stop);
        return await fetched.ThenAsync<Taken?>(async documents => new Answer<Taken?>.Got(
            await KeepAsync(path, documents)
        ));
    }

    // Null when one of them is out of date already.
    private async Task<Taken?> KeepAsync(string path, IReadOnlyList<FetchedDocument> documents)
    {
        if (run is null)
        {
            using var connection = database.OpenReader();
            return documents.Any(document => !FetchedInbox.IsKnown(connection, document.Path, document.Body))
                ? Taken.In
                : Taken.Known;
        }
        return await database.WriteAsync<Taken?>(connection =>
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
            return isNew ? Taken.In : Taken.Known;
        });
    }

    // What was named before is fetched, or waits in quarantine, by that: it is known.
    private async Task<Taken> NameAsync(string path)
    {
        var reference = new Reference(path, subject.DocumentType, subject.Location);
        if (run is null)
        {
            using var connection = database.OpenReader();
            return NamedInbox.IsKnown(connection, reference) ? Taken.Known : Taken.Named;
        }
        return await database.WriteAsync(connection =>
        {
            var now = clock.GetUtcNow();
            var named = NamedInbox.Add(connection, reference, now);
            if (named is { } id)
            {
                FetchStore.Add(connection, id, [reference], now);
            }
            CatchUpStore.MarkSeen(connection, run, path, isTakenIn: false);
            return named is null ? Taken.Known : Taken.Named;
        });
    }
}
