using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts;

/// <summary>An insert that this process is about to send.</summary>
/// <param name="Row">The row of <c>Trama</c>, as JSON.</param>
/// <param name="Attempt">How many times it has been sent, this time included.</param>
internal sealed record ClaimedInsert(InsertId Id, RowKind Kind, string TerminalCode, string Row, int Attempt);
