using NotifyReceiver.Inserts.Turns;

namespace NotifyReceiver.Inserts.Verifying;

/// <summary>What a look at ATIONET showed of one delivery, and where that leaves it.</summary>
/// <param name="Found">In words, for people.</param>
internal sealed record LookRecord(InsertRecord Insert, string Found);
