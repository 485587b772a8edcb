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
    DocumentsApi api,
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
        var askedAt = clock.GetUtcNow();
        var fetched = await DocumentFetch.GetAsync(api, path, stop);
        return await fetched.ThenAsync<bool?>(async files => new Answer<bool?>.Got(
            await KeepAsync(path, files, askedAt)
        ));
    }

    // Null when one of them is out of date already.
    private async Task<bool?> KeepAsync(string path, IReadOnlyList<NamedFile> files, DateTimeOffset askedAt)
    {
        if (run is null)
        {
            using var connection = database.OpenReader();
            return files.Any(file => !FetchedInbox.IsKnown(connection, file.Path, file.Body));
        }
        return await database.WriteAsync<bool?>(connection =>
        {
            var receipts = files.Select(file => FetchedInbox.Add(connection, DocumentOf(file, askedAt))).ToList();
            if (receipts.Contains(null))
            {
                return null;
            }
            var isNew = receipts.Exists(receipt => receipt!.Arrival == Arrival.New);
            CatchUpStore.MarkSeen(connection, run, path, isNew);
            return isNew;
        });
    }

    private FetchedDocument DocumentOf(NamedFile file, DateTimeOffset askedAt) =>
        new(
            NotificationOrigin.CatchUp,
            file.Path,
            subject.DocumentType,
            subject.Location,
            askedAt,
            file.ContentType,
            file.Body
        );
}
