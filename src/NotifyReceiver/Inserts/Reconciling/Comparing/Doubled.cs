using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling.Comparing;

/// <summary>A row that ATIONET has once more than we have inserts like it.</summary>
/// <param name="First">The row that is taken for the insert.</param>
/// <param name="Again">The one too many.</param>
internal sealed record Doubled(OwnInsert Own, DownloadedRow First, DownloadedRow Again);
