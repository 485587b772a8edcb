using CsCheck;
using NotifyReceiver.Sites.Units;

namespace NotifyReceiver.Tests.Sites.Units;

public sealed class UnitProperties
{
    private static readonly Gen<(Unit One, Unit Other)> Pair = Gen.OneOf(
        PairOf([.. Unit.OfVolume.Values]),
        PairOf([.. Unit.OfTemperature.Values]),
        PairOf([.. Unit.OfHeight.Values])
    );

    private static readonly Gen<decimal> Value = Gen.Long[-9_999_999_999, 9_999_999_999]
        .Select(digits => digits / 1000m);

    [Fact]
    public void There_and_back_is_the_value_again() =>
        Gen.Select(Pair, Value)
            .Sample(
                (pair, value) =>
                {
                    var there = new UnitConversion(pair.One, pair.Other).Convert(value);
                    var back = new UnitConversion(pair.Other, pair.One).Convert(there);

                    Assert.Equal(value, decimal.Round(back, 15));
                },
                iter: 5_000
            );

    [Fact]
    public void More_stays_more() =>
        Gen.Select(Pair, Value, Gen.Long[1, 1_000_000].Select(digits => digits / 1000m))
            .Sample(
                (pair, value, more) =>
                {
                    var conversion = new UnitConversion(pair.One, pair.Other);

                    Assert.True(conversion.Convert(value + more) > conversion.Convert(value));
                },
                iter: 5_000
            );

    private static Gen<(Unit, Unit)> PairOf(Unit[] units) => Gen.Select(Gen.OneOf(units), Gen.OneOf(units));
}
