using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Attempts;

/// <summary>An insert that this process is about to send.</summary>
/// <param name="Attempt">How many times it has been sent, this time included.</param>
/// <param name="Request">The body to send, as it is kept with the attempt.</param>
internal sealed record ClaimedInsert(InsertId Id, RowKind Kind, int Attempt, string Request);
