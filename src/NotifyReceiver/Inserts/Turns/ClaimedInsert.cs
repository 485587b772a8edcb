namespace NotifyReceiver.Inserts.Turns;

/// <summary>One insert of a request.</summary>
/// <param name="Tries">How often sending it has failed in passing.</param>
/// <param name="Waited">How long it has waited between tries.</param>
/// <param name="MostTogether">With how many it may share a request; null as many as usual.</param>
internal sealed record ClaimedInsert(InsertId Id, int Tries, TimeSpan Waited, int? MostTogether);
