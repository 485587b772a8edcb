using System.Text.Json.Nodes;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Corrections;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.Fetching;

namespace NotifyReceiver.Cli.Looking;

/// <summary>What the commands write as JSON, and the words that several of them share.</summary>
internal static class Views
{
    public static object Of(NotificationSummary notification, IReadOnlyList<InsertSummary> inserts) =>
        new
        {
            id = notification.Id.ToString(),
            state = notification.State,
            reasons = notification.Reasons,
            receivedAt = notification.ReceivedAt,
            lastReceivedAt = notification.LastReceivedAt,
            timesReceived = notification.TimesReceived,
            senderId = notification.SenderId,
            conflictsWith = notification.ConflictsWith?.ToString(),
            remoteAddress = notification.RemoteAddress,
            credential = notification.Credential,
            contentType = notification.ContentType,
            bytes = notification.Bytes,
            prunedAt = notification.PrunedAt,
            origin = notification.Origin,
            path = notification.Path,
            documentType = notification.DocumentType,
            businessUnit = notification.BusinessUnit,
            shape = notification.Shape,
            profile = notification.Profile,
            location = notification.Location,
            inserts = inserts.Select(insert => new
            {
                id = insert.Id.ToString(),
                kind = insert.Kind,
                state = insert.State,
            }),
        };

    public static object Of(InsertSummary insert) =>
        new
        {
            id = insert.Id.ToString(),
            kind = insert.Kind,
            state = insert.State,
            reason = insert.Reason,
            terminalCode = insert.TerminalCode,
            tankNumber = insert.TankNumber,
            productCode = insert.ProductCode,
            dateTime = insert.OccurredAt,
            volume = insert.Volume,
            invoiceNumber = insert.InvoiceNumber,
            attempts = insert.Attempts,
            dueAt = insert.DueAt,
            createdAt = insert.CreatedAt,
            corrects = insert.Corrects?.ToString(),
        };

    public static object Of(
        InsertSummary insert,
        IReadOnlyList<AttemptSummary> attempts,
        IReadOnlyList<Difference> differences
    ) =>
        new
        {
            insert = Of(insert),
            row = JsonNode.Parse(insert.Row),
            differences,
            attempts,
        };

    public static object Of(FetchSummary fetch) =>
        new
        {
            path = fetch.Path,
            state = fetch.State,
            reason = fetch.Reason,
            attempts = fetch.Attempts,
            dueAt = fetch.DueAt,
            documents = fetch.Documents.Select(document => document.ToString()),
        };

    /// <summary>What a notification is: its document by its profile, otherwise how it names some.</summary>
    public static string Document(NotificationSummary notification) =>
        notification.Profile ?? (notification.Shape is null or "document" ? "-" : notification.Shape);

    /// <summary><c>2 accepted, 1 held</c>.</summary>
    public static string Counts(IReadOnlyList<InsertSummary> inserts) =>
        inserts.Count == 0
            ? "-"
            : string.Join(
                ", ",
                inserts.CountBy(insert => insert.State, StringComparer.Ordinal).Select(it => $"{it.Value} {it.Key}")
            );

    /// <summary>Why it stands where it stands and, where it was tried already, when it will be tried again.</summary>
    public static string ReasonOf(InsertSummary insert) =>
        insert switch
        {
            { State: InsertState.Pending, Attempts: > 0 } => $"{insert.Reason}; next try {Soon(insert.DueAt)}",
            { State: InsertState.Verifying } => $"{insert.Reason}; next look {Soon(insert.DueAt)}",
            _ => insert.Reason ?? "",
        };

    // What is due already waits for its turn, or for the host.
    private static string Soon(DateTimeOffset due) =>
        due > TimeProvider.System.GetUtcNow() ? Output.Time(due) : "as soon as it can be";

    public static string FirstReason(IReadOnlyList<string> reasons) =>
        reasons.Count > 1 ? $"{reasons[0]} (and {reasons.Count - 1} more)" : reasons.FirstOrDefault() ?? "";
}
