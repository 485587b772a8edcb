using System.Collections.Concurrent;
using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Inserts.Verifying;

namespace NotifyReceiver.Dispatching.Sending;

/// <summary>Asks ATIONET whether it has deliveries whose outcome is unknown (action code 981), and decides about them.</summary>
internal sealed class DeliveryLookup(
    Settling settling,
    AllDestinations destinations,
    AtionetOptions options,
    Chance chance,
    TimeProvider clock,
    ILogger<DeliveryLookup> log
)
{
    private readonly ConcurrentDictionary<(InsertId Insert, int Sent), long> _lookedFirst = [];

    public async Task RunAsync(Destination destination, Claim.Look claim, StepTerms terms)
    {
        var looked = await LookAsync(destination, claim);
        var records =
            looked[^1].Download is Download.Rows
                ? await settling.SettleAsync(
                    claim,
                    looked,
                    (delivery, verdict) =>
                        NextLook.After(
                            delivery,
                            verdict,
                            IsSettled(delivery, terms),
                            terms,
                            clock.GetUtcNow(),
                            chance.Next()
                        ),
                    clock.GetUtcNow()
                )
                : await PutOffAsync(claim, looked, destination.WhyNoLooks);
        foreach (var record in records)
        {
            if (record.Insert.State != InsertState.Verifying)
            {
                Forget(record.Insert.Id);
            }
            var level = record.Insert.State == InsertState.Held ? LogLevel.Warning : LogLevel.Information;
            log.LookedUp(level, record.Insert.Id, record.Found, record.Insert.State);
        }
    }

    private void Forget(InsertId id)
    {
        foreach (var sending in _lookedFirst.Keys.Where(it => it.Insert == id))
        {
            _lookedFirst.TryRemove(sending, out _);
        }
    }

    private async Task<IReadOnlyList<LookRecord>> PutOffAsync(
        Claim.Look claim,
        IReadOnlyList<Looked> looked,
        string? whyNever
    )
    {
        var retryAfter = (looked[^1].Download as Download.Failed)?.RetryAfter;
        var now = clock.GetUtcNow();
        var records = claim.Deliveries.Select(delivery =>
            whyNever is null
                ? NextLook.AfterFailure(delivery, looked[^1].Detail, retryAfter, now, chance.Next())
                : NextLook.Never(delivery, whyNever, now)
        );
        return await settling.PutOffAsync(claim, looked, [.. records], now);
    }

    // By a clock that nobody sets, and by what this process has seen itself: after a start it counts anew.
    private bool IsSettled(VerifiedDelivery delivery, StepTerms terms)
    {
        var sending = (delivery.Insert.Id, delivery.Sent.Count);
        return clock.GetElapsedTime(_lookedFirst.GetOrAdd(sending, clock.GetTimestamp())) >= terms.Settle;
    }

    // All windows, or as far as the first that could not be had.
    private async Task<List<Looked>> LookAsync(Destination destination, Claim.Look claim)
    {
        var inserts = claim.Deliveries.Select(it => it.Insert).Append(claim.Witness?.Insert).OfType<OwnInsert>();
        var sent = claim.Deliveries.SelectMany(it => it.Sent).Concat(claim.Witness?.Sent ?? []).Select(it => it.At);
        var maybe = claim.Deliveries.SelectMany(it => it.MaybeSentAt).Distinct();
        var windows = DownloadWindows.Around(
            inserts.Select(it => it.OccurredAt),
            sent.Concat(maybe).Append(clock.GetUtcNow())
        );
        var subscriber = DownloadRequest.SubscriberOf(claim.Turn.TerminalCode);
        var all = new List<Looked>();
        foreach (var (from, to) in windows)
        {
            var request = new DownloadRequest(RowKind.Delivery, subscriber, from, to);
            var body = request.ToJson(options.SystemModel, options.SystemVersion);
            var startedAt = clock.GetUtcNow();
            var download = await destination.Downloads!.DownloadAsync(RowKind.Delivery, body);
            all.Add(new Looked(destination.Downloads.Address, body, from, to, startedAt, download));
            Hear(destination, download);
            if (download is not Download.Rows)
            {
                break;
            }
        }
        return all;
    }

    private void Hear(Destination destination, Download download)
    {
        switch (download)
        {
            case Download.Failed { Unreachable: true } failed:
                destination.Circuit.Unreachable(failed.Detail);
                break;
            case Download.CredentialsRefused refused:
                destination.Circuit.Connected();
                destinations.Halt(destination, Stop.Verify, refused.Detail);
                break;
            default:
                destination.Circuit.Connected();
                break;
        }
    }
}
