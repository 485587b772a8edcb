using NotifyReceiver.Ationet;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Dispatching.Converting;

/// <summary>What becomes of one notification: inserts in the outbox, something to fetch, a note, or quarantine.</summary>
internal sealed class Conversion(
    Database database,
    ShapeReader shapes,
    PetrosoftOptions petrosoft,
    AtionetOptions ationet,
    TimeProvider clock,
    ILogger<Conversion> log
)
{
    private const string NoAccount =
        "it names documents that are to be fetched, and there is no account for that: set Petrosoft:Login and Petrosoft:Password, restart and replay";

    /// <summary>Completes after the commit.</summary>
    public Task ConvertAsync(PendingNotification notification, DocumentMapper mapper)
    {
        var id = notification.Id;
        return ShapeOf(notification) switch
        {
            Shape.Document document => MapAsync(notification, document, mapper),
            Shape.References references => petrosoft.HasAccount
                ? FetchAsync(id, references)
                : QuarantineAsync(id, references.Name, [NoAccount, .. references.Notes]),
            Shape.Subscription subscription => ConfirmAsync(id, subscription),
            Shape.Nothing nothing => NoteAsync(id, nothing),
            Shape.Unusable unusable => QuarantineAsync(id, unusable.Name, unusable.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
        };
    }

    public Task QuarantineAsync(NotificationId id, string? shape, IReadOnlyList<string> problems)
    {
        log.Quarantined(id, problems[0], problems.Count);
        return database.WriteAsync(connection =>
        {
            string[] left = Outbox.StillToBeSent(connection, id) is { } earlier
                ? [$"{earlier} of an earlier conversion stay as they are, and are sent if they are pending"]
                : [];
            NotificationStore.Settle(connection, id, NotificationState.Quarantined, [.. problems, .. left], shape);
        });
    }

    // What was fetched is a document, whatever it looks like: nothing in it may have something else fetched.
    private Shape ShapeOf(PendingNotification notification) =>
        notification switch
        {
            { Path: not null } => new Shape.Document("document", notification.Body),
            { Origin: NotificationOrigin.CatchUp } => NamedInbox.Read(notification.Body),
            _ => shapes.Read(notification.Body),
        };

    private Task MapAsync(PendingNotification notification, Shape.Document document, DocumentMapper mapper)
    {
        var source = new DocumentSource(notification.Path, notification.DocumentType, notification.BusinessUnit);
        return mapper.Map(document.Body, source) switch
        {
            Mapped.Rows rows => KeepAsync(notification.Id, document.Name, rows),
            Mapped.Unmapped unmapped => QuarantineAsync(notification.Id, document.Name, unmapped.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
        };
    }

    private async Task KeepAsync(NotificationId id, string shape, Mapped.Rows rows)
    {
        var inserts = NewInsert.FromDocument(rows.TerminalCode, rows.All);
        log.Converted(id, rows.Profile, rows.Location, inserts.Count);
        var notes = await database.WriteAsync<IReadOnlyList<string>>(connection =>
        {
            NotificationStore.Identify(connection, id, shape, rows.Profile, rows.Location, rows.Identity);
            var versions = DocumentVersions.Find(connection, id);
            if (versions.Newer(connection) is { } newer)
            {
                string[] why = [$"{newer} is a newer version of this document, so nothing of this one is sent"];
                NotificationStore.Settle(connection, id, NotificationState.Noted, why);
                return why;
            }
            IReadOnlyList<string> told =
            [
                .. rows.Notes,
                .. new Outbox(connection, versions, inserts, ationet.IsDryRun, clock.GetUtcNow()).Fill(),
            ];
            NotificationStore.Settle(connection, id, NotificationState.Converted, told);
            return told;
        });
        // What an operator should know must not stand in a list alone.
        foreach (var note in notes)
        {
            log.ConvertedWithNote(id, note);
        }
    }

    private Task FetchAsync(NotificationId id, Shape.References references)
    {
        log.Fetching(id, references.Name, references.All.Count);
        return database.WriteAsync(connection =>
        {
            NotificationStore.Settle(connection, id, NotificationState.Fetching, references.Notes, references.Name);
            FetchStore.Add(connection, id, references.All, clock.GetUtcNow());
        });
    }

    private Task ConfirmAsync(NotificationId id, Shape.Subscription subscription)
    {
        log.Confirming(id, subscription.TopicArn);
        return database.WriteAsync(connection =>
        {
            NotificationStore.Settle(connection, id, NotificationState.Fetching, [], subscription.Name);
            FetchStore.AddSubscription(connection, id, subscription.Confirm, clock.GetUtcNow());
        });
    }

    private Task NoteAsync(NotificationId id, Shape.Nothing nothing)
    {
        log.Noted(id, nothing.Notes.FirstOrDefault() ?? nothing.Name);
        return database.WriteAsync(connection =>
            NotificationStore.Settle(connection, id, NotificationState.Noted, nothing.Notes, nothing.Name)
        );
    }
}
