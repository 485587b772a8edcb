using System.Globalization;
using CsCheck;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Mapping.Tanks;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Units;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping.Tanks;

public sealed class TankProperties
{
    private static readonly Gen<decimal> Volume = Gen.Long[0, 9_999_999_999].Select(digits => digits / 1000m);

    private static readonly Gen<SiteUnits> Units = Gen.OneOf([.. Unit.OfVolume.Values])
        .Array[2]
        .Select(pair => SiteUnits.Unconverted with { Volume = new UnitConversion(pair[0], pair[1]) });

    [Fact]
    public void The_parts_of_a_split_add_up_to_the_whole_and_each_is_its_share_to_the_last_decimal() =>
        Gen.Select(Volume, Gen.Decimal[0, 1_000_000].Array[1, 40].Where(weights => weights.Sum() > 0))
            .Sample(
                (whole, weights) =>
                {
                    var shares = TankShare.Of([.. weights.Select((weight, i) => (TankOf(i), weight))]);
                    var parts = shares.Select(share => Number(share.Of(WireText.Of(whole)))).ToList();

                    Assert.Equal(whole, parts.Sum());
                    var expected = weights.Where(weight => weight > 0).Select(weight => whole * weight / weights.Sum());
                    Assert.All(
                        parts.Zip(expected),
                        it => Assert.InRange(it.First, Math.Max(0, it.Second - 0.00101m), it.Second + 0.00101m)
                    );
                },
                iter: 5_000
            );

    [Fact]
    public void A_computed_ullage_fills_the_tank_to_its_capacity_to_the_last_decimal() =>
        Gen.Select(Gen.Long[1, 50_000_000], Volume, Volume.Select(volume => volume / 1000), Units)
            .Sample(
                (hundredths, volume, water, units) =>
                {
                    var tank = TankOf(1) with { Capacity = hundredths / 100m };
                    var site = TestSites.MainStreet with { Units = units };
                    var (sent, sentWater) = (WireText.Of(volume), WireText.Of(decimal.Round(water, 3)));
                    var row = new Row(
                        RowKind.Inventory,
                        new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["Volume"] = sent,
                            ["WaterVolume"] = sentWater,
                        }
                    );
                    var capacity = decimal.Round(units.Volume.Convert(hundredths / 100m), 3);

                    var (field, note) = Ullage.Of(row, tank, site);

                    Assert.True(field is null ^ note is null);
                    Assert.Equal(
                        note is null || note.Contains("characters", StringComparison.Ordinal),
                        capacity >= Number(sent) + Number(sentWater)
                    );
                    if (field is not null)
                    {
                        Assert.Equal(capacity, Number(sent) + Number(field.Value!) + Number(sentWater));
                    }
                },
                iter: 5_000
            );

    private static Tank TankOf(int number) => new($"{number}", $"{number}", Product: null, Capacity: null);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
