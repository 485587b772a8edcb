using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling.Comparing;

/// <summary>An insert of ours, and the row of ATIONET's that is it, or may be.</summary>
internal sealed record Pair(OwnInsert Own, DownloadedRow Row);
