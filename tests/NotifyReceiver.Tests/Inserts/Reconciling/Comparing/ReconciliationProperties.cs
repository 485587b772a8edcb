using CsCheck;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Reconciling.Comparing;

namespace NotifyReceiver.Tests.Inserts.Reconciling.Comparing;

public sealed class ReconciliationProperties
{
    private const int Many = 100_000;
    private const int Tanks = 4;

    private static readonly Gen<OwnInsert> Insert = Gen.Select(
        Gen.OneOf("4000.000", "4000.008", "4000.012", "4000.5", "5000"),
        Gen.OneOf("01", "1", "02"),
        Gen.Int[0, 200].Select(minutes => $"2026/01/15 {minutes / 60:00}:{minutes % 60:00}:30"),
        Gen.OneOf("INV1", "INV2", null),
        Gen.OneOf([.. InsertState.All]),
        Gen.Bool,
        (volume, tank, at, invoice, state, isReading) =>
            isReading
                ? Listed.Inventory(1, volume, at, state) with
                {
                    TankNumber = tank,
                }
                : Listed.Delivery(1, volume, tank, at, invoice, state)
    );

    [Fact]
    public void Every_accepted_insert_and_every_row_is_told_once() =>
        Gen.Select(Insert.Array[0, 30], Gen.Select(Insert, Gen.Int[-2, 2]).Array[0, 30])
            .Sample(
                (inserts, listed) =>
                {
                    var ours = inserts.Select((it, i) => it with { Id = new InsertId(i + 1) }).ToList();
                    var theirs = listed
                        .Select((it, i) => Listed.Row(it.Item1, $"{i}").MovedOn(TimeSpan.FromSeconds(30 * it.Item2)))
                        .ToList();

                    var result = Reconciliation.Between(ours, theirs);

                    Assert.Equal(
                        ours.Where(own => own.IsAccepted),
                        result
                            .Matched.Concat(result.Similar.Where(it => it.Own.IsAccepted))
                            .Select(it => it.Own)
                            .Concat(result.Missing)
                            .OrderBy(own => own.Id.Seq)
                    );
                    Assert.Equal(
                        theirs.Select(row => row.Id).Order(StringComparer.Ordinal),
                        result
                            .Matched.Concat(result.Similar)
                            .Concat(result.Unexpected)
                            .Select(it => it.Row)
                            .Concat(result.Extra)
                            .Concat(result.Doubled.Select(it => it.Again))
                            .Select(row => row.Id)
                            .Order(StringComparer.Ordinal)
                    );
                },
                iter: 2_000
            );

    [Fact]
    public void No_missing_delivery_is_similar_to_an_extra_row() =>
        Gen.Select(Insert.Array[0, 12], Gen.Select(Insert, Gen.Int[-200, 200]).Array[0, 12])
            .Sample(
                (inserts, listed) =>
                {
                    var ours = inserts.Select((it, i) => it with { Id = new InsertId(i + 1) }).ToList();
                    var theirs = listed
                        .Select((it, i) => Listed.Row(it.Item1, $"{i}").MovedOn(TimeSpan.FromMinutes(it.Item2)))
                        .ToList();

                    var result = Reconciliation.Between(ours, theirs);

                    Assert.DoesNotContain(
                        result.Missing.SelectMany(own => result.Extra.Select(row => Resemblance.Of(own, row))),
                        likeness => likeness != Likeness.Other
                    );
                },
                iter: 2_000
            );

    [Fact]
    public void As_many_as_years_yield_are_compared_tank_by_tank()
    {
        var ours = Enumerable.Range(0, Many).Select(i => ReadingOf(i)).ToList();
        var theirs = ours.Skip(1).Select(own => Listed.Row(own)).ToList();

        var result = Reconciliation.Between(ours, theirs);

        Assert.Equal(Many - 1, result.Matched.Count);
        Assert.Equal(ours[0], Assert.Single(result.Missing));
    }

    [Fact]
    public void As_many_that_a_host_has_all_moved_by_hours_are_found_to_be_similar()
    {
        var ours = Enumerable.Range(0, Many).Select(DeliveryOf).ToList();
        var theirs = ours.Select(own => Listed.Row(own).MovedOn(TimeSpan.FromHours(5))).ToList();

        var result = Reconciliation.Between(ours, theirs);

        Assert.Equal(Many, result.Similar.Count);
        Assert.All(result.Similar, it => Assert.Equal($"row-of-{it.Own.Id}", it.Row.Id));
    }

    private static OwnInsert ReadingOf(int number) =>
        Listed.Inventory(number + 1, at: TimeOf(number)) with
        {
            TankNumber = $"0{number % Tanks}",
        };

    // A tank gets the same volume each time.
    private static OwnInsert DeliveryOf(int number) =>
        Listed.Delivery(number + 1, "5000", $"0{number % Tanks}", TimeOf(number), $"INV{number}", InsertState.Accepted);

    private static string TimeOf(int number) =>
        WireText.Of(Listed.Clock("2026/01/01 00:00:00").AddMinutes(5 * (number / Tanks)));
}
