using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>What can be listed of a file.</summary>
internal sealed record Lists(NotificationQueries Notifications, InsertQueries Inserts);
