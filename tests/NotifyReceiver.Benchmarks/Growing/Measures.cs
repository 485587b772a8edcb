using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Benchmarks.Serving;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>What is looked at, in an order in which each finds the file as it needs it.</summary>
internal static class Measures
{
    private const int Listed = 50;
    private const long Prime = 1_000_003;

    public static IReadOnlyList<Measure> All(Scale scale, AtionetProcess ationet) =>
        [
            new("new calls", file => PostedFile.OpenAsync(file, ServedSide.Ingest, _ => Load.NewId, scale)),
            new("calls stored already", file => PostedFile.OpenAsync(file, ServedSide.Ingest, StoredId, scale)),
            new(
                "new calls, quarantined",
                file => PostedFile.OpenAsync(file, ServedSide.Service, _ => Load.NewId, scale)
            ),
            new(
                "new invoices, converted",
                file => PostedFile.OpenAsync(file, ServedSide.Service, _ => Load.NewId, scale, Posting.Invoice)
            ),
            new("deliveries drained", file => DrainedFile.OpenAsync(file, ationet, scale.Rows)),
            Lists("all", scale, lists => lists.Notifications.List(state: null, Listed)),
            Lists("quarantined", scale, lists => lists.Notifications.List(NotificationState.Quarantined, Listed)),
            Lists("pending", scale, lists => lists.Notifications.List(NotificationState.Pending, Listed)),
            Lists("dismissed", scale, lists => lists.Notifications.List(NotificationState.Dismissed, Listed)),
            Lists("all inserts", scale, lists => lists.Inserts.List(state: null, Listed)),
            Lists("accepted inserts", scale, lists => lists.Inserts.List(InsertState.Accepted, Listed)),
            Lists("held inserts", scale, lists => lists.Inserts.List(InsertState.Held, Listed)),
        ];

    // From all over the file, in no order that a cache could use.
    private static Func<long> StoredId(GrownFile file) => () => Load.NewId() * Prime % file.Stored;

    private static Measure Lists(string of, Scale scale, Action<Lists> list) =>
        new($"lists, {of}", file => Task.FromResult<IMeasured>(new ListedFile(file, list, scale.Turn)));
}
