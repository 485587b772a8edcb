using CsCheck;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Tests.Inserts.Reconciling;

/// <summary>Deliveries of which none is known are looked up one after the other, as after a night without answers.</summary>
public sealed class VerificationProperties
{
    // Few values, so that many are alike, and near to each other, so that a row may be one's or another's.
    private static readonly Gen<OwnInsert> Delivery = Gen.Select(
        Gen.OneOf("4000.000", "4000.004", "4000.008", "4000.012", "5000"),
        Gen.OneOf("01", "02"),
        Gen.OneOf("2026/01/15 04:31:00", "2026/01/15 04:31:30", "2026/01/15 04:31:31", "2026/01/15 04:32:00"),
        Gen.OneOf("INV1", "INV2"),
        (volume, tank, at, invoice) => Listed.Delivery(1, volume, tank, at, invoice)
    );

    private static readonly Gen<Func<DownloadedRow, DownloadedRow>> Host = Gen.OneOf(
        (Func<DownloadedRow, DownloadedRow>)(row => row),
        row => row with { Volume = Math.Round(row.Volume!.Value, 2) },
        row => row with { OccurredAt = row.OccurredAt!.Value.AddSeconds(-row.OccurredAt.Value.Second) },
        row => row with { TankNumber = $"{row.TankNumber} ", ProductCode = "9", FuelMasterCode = row.ProductCode }
    );

    [Fact]
    public void As_many_are_found_as_ATIONET_has_and_the_others_are_absent() =>
        Gen.Select(Gen.Select(Delivery, Gen.Bool).Array[1, 12], Host)
            .Sample(
                (sent, host) =>
                {
                    var ours = sent.Select((it, i) => it.Item1 with { Id = new InsertId(i + 1) }).ToList();
                    var rows = ours.Where((_, i) => sent[i].Item2).Select(own => host(Listed.Row(own))).ToList();

                    var verdicts = VerdictsOneByOne(ours, rows);

                    Assert.Equal(rows.Count, verdicts.Count(verdict => verdict is Verdict.Found));
                    Assert.Equal(ours.Count - rows.Count, verdicts.Count(verdict => verdict is Verdict.Absent));
                },
                iter: 3_000
            );

    [Fact]
    public void What_is_sent_again_where_it_was_absent_leaves_ATIONET_with_as_many_as_were_delivered() =>
        Gen.Select(Gen.Select(Delivery, Gen.Bool).Array[1, 8], Gen.Shuffle(Enumerable.Range(0, 8).ToArray()))
            .Sample(
                (sent, order) =>
                {
                    var ours = sent.Select((it, i) => it.Item1 with { Id = new InsertId(i + 1) }).ToList();
                    var rows = ours.Where((_, i) => sent[i].Item2).Select(own => Listed.Row(own)).ToList();

                    foreach (var next in order.Where(i => i < ours.Count))
                    {
                        if (Verification.Of(ours[next], ours, rows) is Verdict.Absent)
                        {
                            rows.Add(Listed.Row(ours[next], $"sent again {next}"));
                        }
                        ours[next] = Accepted(ours[next]);
                    }

                    Assert.Equal(
                        ours.Select(own => (own.TankNumber, own.InvoiceNumber)).Order(),
                        rows.Select(row => (row.TankNumber!, row.InvoiceNumber)).Order()
                    );
                },
                iter: 3_000
            );

    [Fact]
    public void What_ATIONET_has_with_another_date_is_never_taken_for_absent() =>
        Gen.Select(Delivery, Gen.Int[-48, 48], Delivery.Array[0, 5], Gen.Bool)
            .Sample(
                (own, hours, others, isKnown) =>
                {
                    var near = others
                        .Where(other => !IsAlike(other, own))
                        .Select((it, i) => (isKnown ? Accepted(it) : it) with { Id = new InsertId(i + 2) })
                        .ToList();
                    var row = Listed.Row(own, "its own").MovedOn(TimeSpan.FromHours(hours));

                    var verdict = Verification.Of(own, near, [.. near.Select(other => Listed.Row(other)), row]);

                    Assert.IsNotType<Verdict.Absent>(verdict);
                },
                iter: 3_000
            );

    private static List<Verdict> VerdictsOneByOne(List<OwnInsert> ours, List<DownloadedRow> rows)
    {
        var verdicts = new List<Verdict>();
        for (var i = 0; i < ours.Count; i++)
        {
            verdicts.Add(Verification.Of(ours[i], ours, rows));
            ours[i] = verdicts[i] switch
            {
                Verdict.Found => Accepted(ours[i]),
                Verdict.Absent => ours[i] with { State = InsertState.Pending, OutcomeUnknown = false },
                _ => ours[i] with { State = InsertState.Held },
            };
        }
        return verdicts;
    }

    private static OwnInsert Accepted(OwnInsert own) =>
        own with
        {
            State = InsertState.Accepted,
            OutcomeUnknown = false,
        };

    private static bool IsAlike(OwnInsert one, OwnInsert other) =>
        one.TankNumber == other.TankNumber && one.InvoiceNumber == other.InvoiceNumber;
}
