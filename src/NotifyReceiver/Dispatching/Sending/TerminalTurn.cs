using System.Collections.Concurrent;
using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Inserts.Turns;

namespace NotifyReceiver.Dispatching.Sending;

/// <summary>One turn of one terminal: what is due of it is claimed, and then sent or looked up.</summary>
internal sealed class TerminalTurn(
    Claiming claiming,
    RequestSending sending,
    DeliveryLookup lookup,
    AllDestinations destinations,
    AtionetOptions options,
    TimeProvider clock,
    ILogger<TerminalTurn> log
)
{
    // Looks and requests take turns, so that many of the one do not keep the other waiting.
    private readonly ConcurrentDictionary<string, bool> _lookedLast = new(StringComparer.Ordinal);

    // Not given the token of a stop: what is under way is finished and written down, or nobody would know what became of it.
    public async Task RunAsync(string terminalCode)
    {
        var destination = destinations.Of(terminalCode);
        using var passage = destination.Circuit.Enter();
        var terms = TermsOf(destination, terminalCode, isLetThrough: passage is not null);
        var (claim, recovered) = await claiming.ClaimAsync(terminalCode, terms, clock.GetUtcNow());
        if (recovered > 0)
        {
            log.Recovered(recovered, terminalCode);
        }
        var steps = new StepTerms(options.RetryFor, options.Settle, destination.WhyNoLooks);
        switch (claim)
        {
            case Claim.Send send:
                _lookedLast.TryRemove(terminalCode, out _);
                await sending.RunAsync(destination, send, steps);
                break;
            case Claim.Look look:
                _lookedLast[terminalCode] = true;
                await lookup.RunAsync(destination, look, steps);
                break;
            default:
                break;
        }
    }

    private ClaimTerms TermsOf(Destination destination, string terminalCode, bool isLetThrough) =>
        new(
            options.IsDryRun,
            isLetThrough && destination.MaySend,
            isLetThrough && destination.WhyNoLooks is null,
            LooksFirst: !_lookedLast.ContainsKey(terminalCode),
            destination.WhyNoLooks,
            destination.Host.Address,
            kind => kind == RowKind.Delivery ? options.DeliveriesPerRequest : options.InventoriesPerRequest,
            (kind, rows) => new FmsRequest(kind, terminalCode, rows).ToJson(options.SystemModel, options.SystemVersion)
        );
}
