using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Verifying;

namespace NotifyReceiver.Inserts.Turns;

/// <summary>What the holder of a turn is to do with it. A closed set.</summary>
internal abstract record Claim(Turn Turn)
{
    /// <summary>To send a request, which is marked as under way.</summary>
    /// <param name="Request">Its number in the database.</param>
    /// <param name="Body">What to send, as it is kept.</param>
    /// <param name="Failures">How many requests of the terminal failed in passing since the last that did not.</param>
    internal sealed record Send(
        Turn Turn,
        long Request,
        RowKind Kind,
        IReadOnlyList<ClaimedInsert> Inserts,
        string Body,
        int Failures
    ) : Claim(Turn);

    /// <summary>To look up deliveries that ATIONET may have.</summary>
    internal sealed record Look(Turn Turn, IReadOnlyList<VerifiedDelivery> Deliveries, Witness? Witness) : Claim(Turn);
}
